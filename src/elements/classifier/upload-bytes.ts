/** A photo to the bytes that are sent: upright, in a format that MindSpore's decoder reads, and smaller if wished. */

import { isReadable } from "../../wire/readable.ts";
import { codeMissing, type Failure, ownFailure, thrownFailure } from "../failure.ts";
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
    return { failure: ownFailure("file", "This file is empty (0 bytes).", "这个文件是空的（0 字节）。") };
  }
  if (!(await isReadable(file))) return { failure: unreadable() };
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

function unreadable(): Failure {
  return ownFailure(
    "file",
    "This can't be read: it is a folder, or it was changed or moved since it was chosen.",
    "无法读取：这是一个文件夹，或者选择之后被修改或移动过。",
  );
}
