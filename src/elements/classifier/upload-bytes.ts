/** A photo to the bytes that are sent: upright, in a format that MindSpore's decoder reads, and smaller if wished. */

import { codeMissing, emptyFile, type Failure, thrownFailure, unreadableFile } from "../../failures/index.ts";
import { isReadable } from "../../wire/readable.ts";
import { loadImages } from "../library.ts";

/**
 * A file that is fine goes as it is, and so does what the browser can't decode, unless it is to be made smaller: the
 * server may know it, and says so if not.
 *
 * @param maxSide longest side in pixels; `undefined` leaves the size as it is
 * @returns bytes, or why there are none; what `signal` ended gives the file, which nobody wants any more
 */
export async function uploadBytes(
  file: File,
  maxSide: number | undefined,
  signal: AbortSignal,
): Promise<Blob | { failure: Failure }> {
  if (file.size === 0) {
    return { failure: emptyFile() };
  }
  if (!(await isReadable(file))) return { failure: unreadableFile() };
  let images: Awaited<ReturnType<typeof loadImages>>;
  try {
    images = await loadImages();
  } catch {
    return { failure: codeMissing() };
  }
  try {
    return await images.toUpload(file, { signal, ...(maxSide === undefined ? {} : { maxSide }) });
  } catch (error) {
    const isUndecodable = error instanceof DOMException && error.name === "EncodingError";
    if (signal.aborted || (isUndecodable && maxSide === undefined)) return file;
    return { failure: thrownFailure(error) };
  }
}
