/** Pictures as `Decode` of mindspore.dataset reads them, and as the example servable then sizes them. */

import sharp, { type Sharp } from "sharp";
import { decodeBmp, isBmp, type RawRgb } from "./bmp.ts";
import { decodeFailed, jpegHeadFailed, jpegPixelsFailed, noBytes, unsupportedType } from "./dataset-error.ts";
import { resizeLinear } from "./resize.ts";

/** Why one image could not be decoded, in mindspore.dataset's words. */
export interface DecodeFailure {
  error: string;
}

const CHANNELS = 3;

/** A JPEG shorter than this is not known for one. */
const JPEG_SIGNATURE_BYTES = 4;

/**
 * Decodes one encoded image (JPEG, PNG, BMP or TIFF; of several pages the first) and resizes both sides straight to the
 * model's input, as the example servable of MindSpore Serving does (decode, resize to 224×224): no crop, no aspect ratio
 * kept.
 *
 * @returns uint8 RGB, shape (height, width, 3), or why the bytes can't be decoded. Never rejects.
 */
export async function decodeRgb(
  image: Uint8Array,
  height: number,
  width: number,
): Promise<Uint8Array | DecodeFailure> {
  const picture = await decodePicture(image);
  return "error" in picture ? picture : resizeLinear(picture, height, width);
}

/**
 * Decodes one encoded image. EXIF orientation and colour profiles are ignored, as Decode does (a TIFF's own orientation
 * is not), and transparent pixels show the colour that they hide.
 *
 * Runs on libvips' own threads, so the event loop stays free.
 *
 * @returns the picture in its own size, or why the bytes are none. Never rejects.
 */
export async function decodePicture(image: Uint8Array): Promise<RawRgb | DecodeFailure> {
  if (image.length === 0) return { error: noBytes };
  if (startsWith(image, "GIF8")) return { error: unsupportedType("gif") };
  if (startsWith(image, "RIFF") && startsWith(image.subarray(8), "WEBP"))
    return { error: unsupportedType("webp") };
  const isJpeg = image[0] === 0xff && image[1] === 0xd8 && image.length >= JPEG_SIGNATURE_BYTES;
  let picture: Sharp;
  try {
    if (isBmp(image)) return decodeBmp(image);
    picture = await opened(image);
  } catch {
    return { error: isJpeg ? jpegHeadFailed : decodeFailed };
  }
  try {
    const { data, info } = await picture
      .removeAlpha()
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return info.channels === CHANNELS
      ? { data, width: info.width, height: info.height }
      : { error: decodeFailed };
  } catch {
    return { error: isJpeg ? jpegPixelsFailed : decodeFailed };
  }
}

/** The picture, of which only the head has to be read already. @throws Error when it isn't a picture */
async function opened(image: Uint8Array): Promise<Sharp> {
  // failOn "error": a truncated file fails, the harmless warnings that many cameras cause do not.
  const picture = sharp(image, { failOn: "error", ignoreIcc: true });
  const { format } = await picture.metadata();
  if (format !== "jpeg" && format !== "png" && format !== "tiff") throw new Error(`not read here: ${format}`);
  // Decode itself turns a TIFF as its head says.
  return format === "tiff" ? picture.autoOrient() : picture;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Array.from(text).every((character, i) => bytes[i] === character.charCodeAt(0));
}
