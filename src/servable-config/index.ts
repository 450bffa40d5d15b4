/** Reads a servable_config.py without running it. */

export { readConfig } from "./read-config.ts";
