/**
 * A JPEG decoded to fewer pixels than it has, for a picture that will be small. A decoder that leaves out what nobody
 * will see takes half the time and a tenth of the memory.
 */

import type { HeadFacts } from "../head/head-facts.ts";
import { withoutParts } from "../head/stored-file.ts";
import { eighthsFor, inEighths, roundedUp } from "../placing/eighths.ts";
import { type Size, sizeOf } from "../placing/fit.ts";

export interface Scaled {
  bitmap: ImageBitmap;
  /** What of the bitmap is the picture, from its top left; it may end between two pixels. */
  filled: Size;
}

/**
 * The stored pixels, at least as many as the target's. `undefined` where this browser gains nothing by it, or its
 * decoder refuses: the way that decodes all pixels then says what is wrong with the file, if anything is.
 *
 * Measured with photos of 12 megapixels: Chromium's ImageDecoder, scaling while it decodes, halves the time; Firefox's
 * takes as long as drawing does, and smooths where drawing leaves out rows. WebKit has none and is slow to draw so many
 * pixels: its createImageBitmap scales in half the time. Firefox's takes a third longer than drawing, so it draws where
 * it has no ImageDecoder, on pages that aren't served by HTTPS.
 * @param head of a JPEG whose size is known
 * @param target in pixels, as stored
 */
export async function decodeScaled(file: Blob, head: HeadFacts, target: Size): Promise<Scaled | undefined> {
  try {
    const isUpright = head.orientation === 1 && head.turning.length < 2; // Which of two EXIFs counts, browsers differ.
    const jpeg = isUpright ? file : withoutParts(file, head, ["turning"]);
    if (typeof ImageDecoder === "function") return await inEighthsOf(jpeg, head.size!, target);
    return isWebKit() ? await inTargetSize(jpeg, target) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Firefox scales to any size. Chromium's steps are the eighths, and it rounds down: asked for the target, it would
 * give less. One pixel more tells which of the two it was. One that scales nothing is not asked in vain.
 */
async function inEighthsOf(jpeg: Blob, stored: Size, target: Size): Promise<Scaled | undefined> {
  const eighths = eighthsFor(stored, target);
  if (eighths === undefined) return undefined;
  const part = inEighths(stored, eighths);
  const pixels = roundedUp(part);
  const asked = { width: pixels.width + 1, height: pixels.height + 1 };
  const bitmap = await decodedTo(asked, jpeg);
  if (isOf(bitmap, pixels)) return { bitmap, filled: part };
  for (const filled of [asked, stored]) if (isOf(bitmap, filled)) return { bitmap, filled };
  bitmap.close();
  return undefined;
}

async function decodedTo({ width, height }: Size, jpeg: Blob): Promise<ImageBitmap> {
  const decoder = new ImageDecoder({
    type: "image/jpeg",
    ...bytesOf(jpeg),
    desiredWidth: width,
    desiredHeight: height,
  });
  try {
    const { image } = await decoder.decode();
    try {
      return await createImageBitmap(image); // A frame itself is drawn by the filter for videos, which smooths less.
    } finally {
      image.close();
    }
  } finally {
    decoder.close();
  }
}

/** A worker may wait for the file, and has it sooner so than as a stream. */
declare const FileReaderSync: (new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer }) | undefined;

function bytesOf(jpeg: Blob): Pick<ImageDecoderInit, "data" | "transfer"> {
  if (typeof FileReaderSync !== "function") return { data: jpeg.stream() };
  const data = new FileReaderSync().readAsArrayBuffer(jpeg);
  return { data, transfer: [data] };
}

async function inTargetSize(jpeg: Blob, { width, height }: Size): Promise<Scaled> {
  const options = { resizeWidth: width, resizeHeight: height, resizeQuality: "high" } as const;
  const bitmap = await createImageBitmap(jpeg, options);
  return { bitmap, filled: sizeOf(bitmap) };
}

function isOf(bitmap: ImageBitmap, { width, height }: Size): boolean {
  return bitmap.width === width && bitmap.height === height;
}

/** No feature that a worker has tells. */
function isWebKit(): boolean {
  return /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);
}
