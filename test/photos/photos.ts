/** Photos for tests, without a browser. */

import { emptyFile, removedPhoto } from "../../src/failures/index.ts";
import type { Photo, PhotoState } from "../../src/photos/index.ts";

/** A file that says it has `size` bytes. */
export function fileOf(size: number, name = "photo.jpg"): File {
  const file = new File(["x"], name, { type: "image/jpeg" });
  Object.defineProperty(file, "size", { value: size });
  return file;
}

export function photoOf(id: number, name: PhotoState["name"], size = 1000): Photo {
  const file = fileOf(size, `${id}.jpg`);
  const times = { upload: 10, server: 20.4, total: 31 };
  const done = { outputs: {}, labels: [], times, together: 1, sentBytes: size };
  const state = {
    name,
    ...done,
    share: 0,
    failure: size === 0 ? emptyFile() : removedPhoto(),
    withWholeCall: false,
  } as PhotoState;
  return { id, file, path: file.name, state };
}

/** A photo of which these labels are known, with falling scores unless some are given. */
export function labelled(
  id: number,
  labels: readonly string[],
  scores?: readonly (number | undefined)[],
): Photo {
  const shown = labels.map((label, i) => ({
    name: label.split(",")[0]!,
    label,
    score: scores ? scores[i] : 0.5 / 2 ** i,
  }));
  const photo = photoOf(id, "done");
  return { ...photo, state: { ...photo.state, labels: shown } as PhotoState };
}
