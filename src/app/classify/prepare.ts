/** A photo's bytes as they go up: upright, in a format that Serving's decoder reads, smaller if that is wished. */

import { isReadable } from "../../wire/readable.ts";

/** The file is gone, was changed, or is a folder. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** Longest side of a shrunk photo in pixels: a ResNet looks at 224, cut from 256. */
export const SHRUNK_SIDE = 640;

/**
 * A photo that is upright and in JPEG or PNG goes as it is, unless it is to be shrunk. What the browser can't decode
 * goes as it is too: the server may know it, and says so if not.
 *
 * @throws Unreadable; AbortError
 */
export async function prepare(file: File, signal: AbortSignal, shrink: boolean): Promise<Blob> {
  const { toUpload } = await import("../../image/index.ts");
  try {
    return await toUpload(file, { signal, ...(shrink ? { maxSide: SHRUNK_SIDE } : {}) });
  } catch (error) {
    if (signal.aborted) throw error;
    if (!(await isReadable(file))) throw new Unreadable(file.name, { cause: error });
    return file;
  }
}
