/** Drawing, reading and encoding pixels, on an OffscreenCanvas or, where there is none, a canvas element. */

import type { Decoded } from "../decode/decode.ts";
import { imageError } from "../errors/image-error.ts";
import type { Placement, Size } from "../placing/fit.ts";
import { storedRect, toUpright, turnedSize } from "../placing/turn.ts";
import { newCanvas } from "./new-canvas.ts";
import { checkCanvas } from "./spoilt-canvas.ts";

type Canvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

export interface Drawing {
  canvas: Canvas;
  context: Context;
}

/** Up to this much larger than drawn, a picture has no pixel that the plain filter, which takes 2×2, leaves out. */
const PLAIN = 2;

/**
 * Draws a picture onto a background, turned upright; size and placement are those of the upright picture. At its own
 * size its pixels stay what they are; else the browser's "high" quality filter is used, or the plain one, in half the
 * time, for the rest that the decoder's scaling left to do. Pixels are 8-bit sRGB.
 * @throws RangeError when the browser can't make a canvas of that size; TypeError for a background that isn't a colour
 */
export function draw(
  { bitmap, filled, orientation, size: whole }: Decoded,
  size: Size,
  placement: Placement,
  background: string,
): Drawing {
  const across = placement.from.width / placement.to.width;
  const down = placement.from.height / placement.to.height;
  const isScaled = turnedSize(filled, orientation).width < whole.width;
  const canvasAsStored = turnedSize(size, orientation);
  const from = storedRect(placement.from, filled, orientation);
  const to = storedRect(placement.to, canvasAsStored, orientation);
  return drawOn(size, background, (context) => {
    context.imageSmoothingEnabled = across !== 1 || down !== 1;
    context.imageSmoothingQuality = isScaled && Math.max(across, down) <= PLAIN ? "low" : "high";
    context.setTransform(...toUpright(canvasAsStored, orientation));
    context.drawImage(bitmap, from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height);
  });
}

/**
 * A canvas with what `paint` draws; without a background it begins transparent.
 * @throws as {@link draw}
 */
export function drawOn(
  size: Size,
  background: string | undefined,
  paint: (context: Context) => void,
): Drawing {
  const canvas = newCanvas(size);
  // In main memory, since the pixels are read back at once; a GPU's rounding would also differ by device.
  const context = canvas.getContext("2d", { willReadFrequently: true }) as Context | null;
  if (!context) throw tooLarge(size);
  if (background !== undefined && !isColour(context, background)) {
    throw new TypeError(`background must be a CSS colour such as "white", not ${JSON.stringify(background)}`);
  }
  const drawing = { canvas, context };
  paintOn(drawing, background, paint);
  return drawing;
}

/** The same canvas again, emptied. */
export function drawAgain(
  drawing: Drawing,
  background: string | undefined,
  paint: (context: Context) => void,
): void {
  const { canvas, context } = drawing;
  context.clearRect(0, 0, canvas.width, canvas.height);
  paintOn(drawing, background, paint);
}

function paintOn(
  { canvas, context }: Drawing,
  background: string | undefined,
  paint: (context: Context) => void,
): void {
  try {
    if (background !== undefined) {
      context.fillStyle = background;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    paint(context);
  } catch (error) {
    throw tooLarge(canvas, error); // Firefox makes any canvas, and then can't draw on it.
  }
}

/** A canvas given an invalid colour keeps the one it had. */
function isColour(context: Context, text: string): boolean {
  const shown = ["#000001", "#000002"].map((before) => {
    context.fillStyle = before;
    context.fillStyle = text;
    return context.fillStyle;
  });
  return shown[0] === shown[1];
}

/**
 * RGBA bytes in rows, from the top left; the alpha is 255 everywhere if the background was opaque.
 * @param size how much of the canvas
 * @throws DOMException as {@link checkCanvas}; `SecurityError` for pixels of another origin
 */
export function readPixels(
  { canvas, context }: Drawing,
  { width, height }: Size = canvas,
): Uint8ClampedArray {
  checkCanvas();
  try {
    return context.getImageData(0, 0, width, height).data;
  } catch (error) {
    throw isForeign(error) ? foreignPixels(error) : tooLarge(canvas, error);
  }
}

/**
 * The pixels as a file of this media type.
 * @throws TypeError when this browser can't write the type; DOMException as {@link readPixels}
 */
export async function encodeCanvas({ canvas }: Drawing, type: string, quality: number): Promise<Blob> {
  checkCanvas();
  let blob: Blob | null;
  try {
    blob =
      "convertToBlob" in canvas
        ? await canvas.convertToBlob({ type, quality })
        : await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  } catch (error) {
    throw isForeign(error) ? foreignPixels(error) : unwritten(canvas, type, error);
  }
  // Browsers write PNG in place of what they don't know, or nothing.
  if (blob?.type !== type) throw unwritten(canvas, type);
  return blob;
}

/** The pixels as a bitmap; the drawing is used up. */
export async function bitmapOf(drawing: Drawing): Promise<ImageBitmap> {
  const { canvas } = drawing;
  if ("transferToImageBitmap" in canvas) return canvas.transferToImageBitmap();
  const bitmap = await createImageBitmap(canvas);
  discard(drawing);
  return bitmap;
}

/** All browsers write JPEG and PNG, if the canvas is not too large for them. */
function unwritten(size: Size, type: string, cause?: unknown): Error {
  if (/^image\/(jpeg|png)$/.test(type)) return tooLarge(size, cause);
  return new TypeError(`this browser can't write ${type}: set type to "image/jpeg" or "image/png"`, {
    cause,
  });
}

/** The browser holds on to a canvas's memory until it is collected, unless the canvas is made small. */
export function discard({ canvas }: Drawing): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** Said when pixels of another origin would be read. */
export function foreignPixels(cause: unknown): DOMException {
  return imageError(
    "SecurityError",
    "the pixels come from another origin and can't be read: set crossorigin on the image or video, or fetch the file",
    cause,
  );
}

function isForeign(error: unknown): boolean {
  return error instanceof DOMException && error.name === "SecurityError";
}

function tooLarge({ width, height }: Size, cause?: unknown): RangeError {
  return new RangeError(
    `this browser can't make a picture of ${width}x${height} pixels: ask for a smaller one`,
    {
      cause,
    },
  );
}
