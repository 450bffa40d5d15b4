/** Reads a servable_config.py without running it. */

export { readConfig, type ServableConfig } from "./read-config.ts";
