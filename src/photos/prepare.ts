/** A photo's bytes as they go up: upright, in a format that Serving's decoder reads, smaller if that is wished. */

import {
  codeMissing,
  damagedPicture,
  type Failure,
  type Notice,
  noisyPixels,
  sentUnchanged,
  unreadableFile,
  unreadKind,
} from "../failures/index.ts";
import { loadImages } from "../library/index.ts";
import { isReadable } from "../wire/index.ts";
import { PhotoError } from "./photo-error.ts";

/** What Serving's decoder may read, or an unknown format: the server may know it, and says so if not. */
const GOES_ANYWAY = /^(image\/(jpeg|png|bmp|tiff))?$/;

/**
 * A photo that is upright, opaque and in JPEG or PNG goes as it is, unless it is to be made smaller. What can't be decoded
 * here goes as it is too, unless it is of a kind that Serving doesn't read either.
 *
 * @param maxSide longest side in pixels; `undefined` leaves the size as it is
 * @param note is told why a photo goes as it is that should not
 * @throws PhotoError for a file that is gone, was changed, or is a folder, and for one that nobody reads; RangeError for a
 *   `maxSide` that can't be meant; AbortError
 */
export async function prepare(
  file: File,
  signal: AbortSignal,
  maxSide: number | undefined,
  note: (notice: Notice) => void,
): Promise<Blob> {
  let images: Awaited<ReturnType<typeof loadImages>>;
  try {
    images = await loadImages();
  } catch (cause) {
    throw new PhotoError(codeMissing(), { cause });
  }
  const onUnchanged = ({ name }: Error) => {
    if (name === "NotAllowedError") note(sentUnchanged());
  };
  try {
    return await images.toUpload(file, {
      signal,
      onUnchanged,
      ...(maxSide === undefined ? {} : { maxSide }),
    });
  } catch (error) {
    if (signal.aborted || error instanceof RangeError) throw error;
    if (!(await isReadable(file))) throw new PhotoError(unreadableFile(), { cause: error });
    const failure = failureOf(error as Error, await images.readMediaType(file));
    if (failure) throw new PhotoError(failure, { cause: error });
    return file;
  }
}

/** Why the file must not be sent either; `undefined` where it may. */
function failureOf({ name }: Error, type: string): Failure | undefined {
  const unread = unreadKind(type);
  if (unread || GOES_ANYWAY.test(type)) return unread;
  if (name === "NotAllowedError") return noisyPixels();
  return name === "EncodingError" ? damagedPicture() : undefined;
}
