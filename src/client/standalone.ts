/** The client and its image part, libraries and worker included, as one file: for a page without a bundler. */

import { isImageWorker } from "../image/own-file-worker.ts";

export * from "../image/index.ts";
export * from "./index.ts";

if (isImageWorker) void import("../image/image-worker.ts");
