/** The client and its image part, libraries and worker included, as one file: for a page without a bundler. */

export * from "../image/index.ts";
export * from "./index.ts";
