/** A photo's bytes as they go up: upright, in a format that Serving's decoder reads, smaller if that is wished. */

import { codeMissing, type Failure, loadUnread, type Notice, unreadableFile } from "../failures/index.ts";
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
  const images = await loaded(loadImages);
  let isSpoilt = false;
  const onUnchanged = ({ name }: Error) => {
    isSpoilt = isNoise(name);
  };
  try {
    const size = maxSide === undefined ? {} : { maxSide };
    const upload = await images.toUpload(file, { signal, onUnchanged, ...size });
    if (isSpoilt) note((await loaded(loadUnread)).sentUnchanged());
    return upload;
  } catch (error) {
    if (signal.aborted || error instanceof RangeError || error instanceof PhotoError) throw error;
    if (!(await isReadable(file))) throw new PhotoError(unreadableFile(), { cause: error });
    const failure = await failureOf(error as Error, await images.readMediaType(file));
    if (failure) throw new PhotoError(failure, { cause: error });
    return file;
  }
}

/** Why the file must not be sent either; `undefined` where it may. */
async function failureOf({ name }: Error, type: string): Promise<Failure | undefined> {
  if (GOES_ANYWAY.test(type)) return undefined;
  const { damagedPicture, noisyPixels, unreadKind } = await loaded(loadUnread);
  const unread = unreadKind(type);
  if (unread) return unread;
  if (isNoise(name)) return noisyPixels();
  return name === "EncodingError" ? damagedPicture() : undefined;
}

/** Where the browser gives out noise in place of pixels. */
function isNoise(name: string): boolean {
  return name === "NotAllowedError";
}

/** @throws PhotoError when a part of the code could not be loaded */
async function loaded<M>(load: () => Promise<M>): Promise<M> {
  try {
    return await load();
  } catch (cause) {
    throw new PhotoError(codeMissing(), { cause });
  }
}
