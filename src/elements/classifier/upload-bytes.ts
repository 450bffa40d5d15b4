/** A photo to the bytes that are sent: as it is, or made smaller before. */

import { isReadable } from "../../client/readable.ts";
import { codeMissing, type Failure, ownFailure, thrownFailure } from "../failure.ts";
import { loadImages } from "../library.ts";

/**
 * @param maxSide longest side in pixels; `undefined` sends the file as it is, unread
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
  if (maxSide === undefined) return file;
  let images: Awaited<ReturnType<typeof loadImages>>;
  try {
    images = await loadImages();
  } catch {
    return { failure: codeMissing() };
  }
  try {
    return await images.toUpload(file, { maxSide, signal });
  } catch (error) {
    return signal.aborted ? file : { failure: thrownFailure(error) };
  }
}

function unreadable(): Failure {
  return ownFailure(
    "file",
    "This can't be read: it is a folder, or it was changed or moved since it was chosen.",
    "无法读取：这是一个文件夹，或者选择之后被修改或移动过。",
  );
}
