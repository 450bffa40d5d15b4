/** A photo's bytes as they go up: upright, in a format that Serving's decoder reads, smaller if that is wished. */

import { codeMissing, unreadableFile } from "../failures/index.ts";
import { loadImages } from "../library/index.ts";
import { isReadable } from "../wire/index.ts";
import { PhotoError } from "./photo-error.ts";

/**
 * A photo that is upright and in JPEG or PNG goes as it is, unless it is to be made smaller. What can't be decoded here
 * goes as it is too: the server may know it, and says so if not.
 *
 * @param maxSide longest side in pixels; `undefined` leaves the size as it is
 * @throws PhotoError for a file that is gone, was changed, or is a folder; RangeError for a `maxSide` that can't be
 *   meant; AbortError
 */
export async function prepare(file: File, signal: AbortSignal, maxSide?: number): Promise<Blob> {
  let images: Awaited<ReturnType<typeof loadImages>>;
  try {
    images = await loadImages();
  } catch (cause) {
    throw new PhotoError(codeMissing(), { cause });
  }
  try {
    return await images.toUpload(file, { signal, ...(maxSide === undefined ? {} : { maxSide }) });
  } catch (error) {
    if (signal.aborted || error instanceof RangeError) throw error;
    if (!(await isReadable(file))) throw new PhotoError(unreadableFile(), { cause: error });
    return file;
  }
}
