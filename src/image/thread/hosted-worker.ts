/**
 * Starts the image worker of a web server whose modules pages of other origins load, too, as they do `/elements.js` of
 * the app's. In that build it stands in the place of new-worker.ts.
 */

import file from "./image-worker.ts?worker&url";
import { ofPagesOrigin } from "./pages-origin.ts";

export function newWorker(): Worker {
  return new Worker(ofPagesOrigin(new URL(file, import.meta.url).href), { type: "module" });
}
