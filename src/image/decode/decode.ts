/** From a file's bytes to a bitmap. */

import { describeBlob, imageError } from "../errors/image-error.ts";
import type { Orientation } from "../head/exif.ts";
import { type ImageHead, readImageHead } from "../head/image-head.ts";
import { storedFile, turningCuts } from "../head/stored-file.ts";
import { isPicture, unreadKind } from "../head/unread-kinds.ts";
import { type Size, sizeOf } from "../placing/fit.ts";
import { turnedSize } from "../placing/turn.ts";
import { decodeScaled } from "./decode-scaled.ts";

export interface Decoded {
  bitmap: ImageBitmap;
  /** What is still to be done to see it upright. */
  orientation: Orientation;
  /** What of the bitmap is the picture, from its top left; it may end between two pixels. */
  filled: Size;
  /** The whole picture's, upright: the bitmap may be smaller. */
  size: Size;
}

/**
 * Decodes with the browser's own decoders, on a thread of theirs; colours are converted to sRGB. The pixels come as they
 * are stored, the same from every browser: no one turns a WebP by its EXIF, WebKit no PNG, and Firefox no JPEG whose EXIF
 * stands behind other APP1 segments.
 * @throws DOMException `EncodingError` when it isn't an image that this browser can decode
 */
export async function decode(blob: Blob, known?: ImageHead): Promise<Decoded> {
  const head = known ?? (await readImageHead(blob));
  checkDecodable(blob, head.type);
  try {
    const file = await storedFile(blob, head, turningCuts(head));
    return asDecoded(
      await createImageBitmap(file, { imageOrientation: "from-image" }), // Of formats whose head is not read here.
      head.orientation,
    );
  } catch (error) {
    throw undecodable(blob, head.type, error);
  }
}

/** A bitmap with all of its picture's pixels. */
export function asDecoded(bitmap: ImageBitmap, orientation: Orientation = 1): Decoded {
  return { bitmap, orientation, filled: sizeOf(bitmap), size: turnedSize(bitmap, orientation) };
}

/**
 * The picture to be drawn at a smaller size, upright: of a JPEG no more pixels are decoded than that takes, where the
 * browser can.
 * @param drawnAt from the picture's size to the one that it will be drawn at
 * @throws DOMException as {@link decode}
 */
export async function decodeFor(
  blob: Blob,
  head: ImageHead,
  drawnAt: (whole: Size) => Size,
): Promise<Decoded> {
  if (head.type === "image/jpeg" && head.size) {
    const { orientation } = head;
    const size = turnedSize(head.size, orientation);
    const scaled = await decodeScaled(blob, head, turnedSize(drawnAt(size), orientation));
    if (scaled) return { ...scaled, orientation, size };
  }
  return decode(blob, head);
}

/**
 * The stored pixels, neither turned nor changed by a colour profile; transparent ones opaque unless told otherwise,
 * where the format can be told so in its head.
 * @throws DOMException as {@link decode}
 */
export async function decodeStored(
  blob: Blob,
  head: ImageHead,
  keepsTransparency: boolean,
): Promise<ImageBitmap> {
  checkDecodable(blob, head.type);
  try {
    const transparency = keepsTransparency ? [] : (["transparency"] as const);
    const cuts = [...turningCuts(head), "colouring", ...transparency] as const;
    // A head that was read and cut asks for no conversion any more. To forbid one all the same takes Chromium another
    // pass over all pixels, and a third of the time.
    const options: ImageBitmapOptions = isCut(head) ? {} : { colorSpaceConversion: "none" };
    return await createImageBitmap(await storedFile(blob, head, cuts), options);
  } catch (error) {
    throw undecodable(blob, head.type, error);
  }
}

/** Whether all that could change its colours is known by its head. */
function isCut({ type }: ImageHead): boolean {
  return /jpeg|png|bmp/.test(type);
}

/** Whether all browsers have a decoder of this media type. */
export function isReadEverywhere(type: string): boolean {
  return /jpeg|png|webp|gif|bmp/.test(type);
}

function checkDecodable(blob: Blob, type: string): void {
  if (blob.size === 0)
    throw imageError("EncodingError", `${describeBlob(blob)} is empty: choose another file`);
  if (typeof createImageBitmap !== "function") {
    throw new TypeError("this platform has no createImageBitmap: decode images in a browser");
  }
  if (!isPicture(type)) throw undecodable(blob, type);
}

function undecodable(blob: Blob, type: string, cause?: unknown): DOMException {
  const fault =
    type === ""
      ? "is not an image in a known format: choose a JPEG or PNG file"
      : isReadEverywhere(type)
        ? "can't be decoded: it is damaged, cut off, or too large for this browser. Save it again, smaller"
        : (unreadKind(type) ?? "can't be decoded by this browser: convert it to JPEG or PNG");
  return imageError("EncodingError", `${describeBlob(blob, type)} ${fault}`, cause);
}
