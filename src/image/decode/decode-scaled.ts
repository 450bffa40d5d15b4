/**
 * A JPEG decoded to fewer pixels than it has, for a picture that will be small. A decoder that leaves out what nobody
 * will see takes half the time and a tenth of the memory.
 */

import { bytesOfBlob } from "../../tensor/index.ts";
import type { HeadFacts } from "../head/head-facts.ts";
import { turningCuts, withoutParts } from "../head/stored-file.ts";
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
 * Measured with photos of 12 megapixels: Chromium's ImageDecoder, scaling while it decodes, halves the time. WebKit has
 * none and is slow to draw so many pixels: its createImageBitmap scales in half the time. Firefox's ImageDecoder decodes
 * all pixels, a few lines at a time: it saves the memory, a tenth of the time, and the coarse grain of its drawing.
 * @param head of a JPEG whose size is known
 * @param target in pixels, as stored
 */
export async function decodeScaled(file: Blob, head: HeadFacts, target: Size): Promise<Scaled | undefined> {
  try {
    const jpeg = withoutParts(file, head, turningCuts(head));
    if (typeof ImageDecoder === "function") return await inEighthsOf(jpeg, head.size!, target);
    return isWebKit() ? await inTargetSize(jpeg, target) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The steps are the eighths, and the decoder rounds down: asked for the target, it would give less. Asked for a pixel
 * more than an eighth, it gives that. One that scales to any size is not asked in vain.
 */
async function inEighthsOf(jpeg: Blob, stored: Size, target: Size): Promise<Scaled | undefined> {
  const eighths = eighthsFor(stored, target);
  if (eighths === undefined) return undefined;
  const part = inEighths(stored, eighths);
  const pixels = roundedUp(part);
  const asked = { width: pixels.width + 1, height: pixels.height + 1 };
  const bitmap = await decodedTo(asked, jpeg);
  if (isOf(bitmap, pixels)) return { bitmap, filled: part };
  if (isOf(bitmap, asked)) return { bitmap, filled: asked };
  bitmap.close();
  return undefined;
}

async function decodedTo({ width, height }: Size, jpeg: Blob): Promise<ImageBitmap> {
  const data = await readWhole(jpeg); // Of a stream Chromium takes small pieces, and a fifth longer.
  const decoder = new ImageDecoder({
    type: "image/jpeg",
    data,
    transfer: [data],
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

/** A worker may wait for the file, and so has it sooner. */
declare const FileReaderSync: (new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer }) | undefined;

async function readWhole(file: Blob): Promise<ArrayBuffer> {
  if (typeof FileReaderSync === "function") return new FileReaderSync().readAsArrayBuffer(file);
  return (await bytesOfBlob(file)).buffer;
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
