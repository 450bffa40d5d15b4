/**
 * Starts the image worker from the one file that holds all of this library, which then finds itself in a worker and
 * works. In that file it stands in the place of new-worker.ts.
 */

const NAME = "mindspore-serving-web: images";
const OWN_FILE = import.meta.url;

/** Whether this is that worker, and no page or worker of somebody else. */
const isImageWorker = typeof document === "undefined" && (globalThis as { name?: unknown }).name === NAME;

if (isImageWorker) void import("./image-worker.ts");

let importing: string | undefined;

export function newWorker(): Worker {
  return new Worker(ofPagesOrigin(), { type: "module", name: NAME });
}

/** A worker's own file must be of the page's origin; what that file imports may come from anywhere. */
function ofPagesOrigin(): string {
  if (new URL(OWN_FILE).origin === location.origin) return OWN_FILE;
  importing ??= URL.createObjectURL(
    new Blob([`import ${JSON.stringify(OWN_FILE)};`], { type: "text/javascript" }),
  );
  return importing;
}
