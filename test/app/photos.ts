/** Photos for tests, without a browser. */

import type { Photo, PhotoState } from "../../src/app/classify/photo.ts";

/** A file that says it has `size` bytes. */
export function fileOf(size: number, name = "photo.jpg"): File {
  const file = new File(["x"], name, { type: "image/jpeg" });
  Object.defineProperty(file, "size", { value: size });
  return file;
}

export function photoOf(id: number, name: PhotoState["name"], size = 1000, alone = false): Photo {
  const state = { name, guesses: [], failure: { word: "noLabel" }, withWholeCall: false } as PhotoState;
  return { id, file: fileOf(size), url: "", state, alone };
}
