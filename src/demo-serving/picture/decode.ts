/** Pictures as `Decode` of mindspore.dataset reads them, and as the example servable then sizes them. */

import sharp, { type Metadata, type Sharp } from "sharp";
import { decodeBmp, isBmp } from "./bmp.ts";
import { fromCmyk } from "./colours.ts";
import { decodeFailed, jpegHeadFailed, jpegPixelsFailed, noBytes, unsupportedType } from "./dataset-error.ts";
import { hasAdobeMarker } from "./jpeg-marker.ts";
import type { RawRgb } from "./raw-rgb.ts";
import { resizeLinear } from "./resize.ts";
import { pixelsIn, rawRgb } from "./sharp-pixels.ts";
import { expectKnownTiff, tiffPixels } from "./tiff.ts";

/** Why one image could not be decoded, in mindspore.dataset's words. */
export interface DecodeFailure {
  error: string;
}

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
 * is not), and transparent pixels show the colour that they hide (those of a TIFF lie on black).
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
  let metadata: Metadata;
  try {
    if (isBmp(image)) return decodeBmp(image);
    // failOn "error": a truncated file fails, the harmless warnings that many cameras cause do not.
    picture = sharp(image, { failOn: "error", ignoreIcc: true });
    metadata = await picture.metadata();
    expectKnown(image, metadata);
  } catch {
    return { error: isJpeg ? jpegHeadFailed : decodeFailed };
  }
  try {
    return await pixelsOf(image, picture, metadata);
  } catch {
    return { error: isJpeg ? jpegPixelsFailed : decodeFailed };
  }
}

/** @throws Error for a format that Decode refuses, and for a kind of TIFF that would come out in other colours */
function expectKnown(image: Uint8Array, metadata: Metadata): void {
  const { format } = metadata;
  if (format === "tiff") expectKnownTiff(image, metadata);
  else if (format !== "jpeg" && format !== "png") throw new Error(`not read here: ${format}`);
}

async function pixelsOf(image: Uint8Array, picture: Sharp, metadata: Metadata): Promise<RawRgb> {
  if (metadata.format === "tiff") return tiffPixels(image, picture, metadata);
  if (metadata.space === "cmyk") {
    const inks = await pixelsIn(picture, "cmyk");
    // sharp takes a JPEG's inks for inverted always, Decode where Adobe's marker stands.
    return rawRgb(inks, fromCmyk(inks.data, hasAdobeMarker(image) ? 255 : 0));
  }
  const pixels = await pixelsIn(picture.removeAlpha(), "srgb");
  return rawRgb(pixels, pixels.data);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Array.from(text).every((character, i) => bytes[i] === character.charCodeAt(0));
}
