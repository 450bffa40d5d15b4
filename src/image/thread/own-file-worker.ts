/**
 * Starts the image worker from the one file that holds all of this library, which then finds itself in a worker and
 * works. In that file it stands in the place of new-worker.ts.
 */

import { ofPagesOrigin } from "./pages-origin.ts";

const NAME = "mindspore-serving-web: images";
const OWN_FILE = import.meta.url;

/** Whether this is that worker, and no page or worker of somebody else. */
const isImageWorker = typeof document === "undefined" && (globalThis as { name?: unknown }).name === NAME;

if (isImageWorker) void import("./image-worker.ts");

export function newWorker(): Worker {
  return new Worker(ofPagesOrigin(OWN_FILE), { type: "module", name: NAME });
}
