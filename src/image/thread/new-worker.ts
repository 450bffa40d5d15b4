/** Starts the image worker from its own file, beside this library's. */

export function newWorker(): Worker {
  // Bundlers know a worker by exactly these words.
  return new Worker(new URL("./image-worker.ts", import.meta.url), { type: "module" });
}
