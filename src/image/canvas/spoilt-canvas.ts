/** Whether this browser gives out a canvas's pixels as they are. */

import { imageError } from "../errors/image-error.ts";
import { newCanvas } from "./new-canvas.ts";

const SIDE = 16;

/**
 * In levels of 255, on the mean. Brave and Firefox's private windows change some pixels by a level or so, which stays far
 * below it and no model notices; noise in place of the pixels is at 80.
 */
const TOLERANCE = 2;

/** Once they were right they stay so; but somebody may allow the page later what was refused first. */
let isTrusted = false;

/**
 * Reads back known pixels of many colours. To make people harder to tell apart, some browsers give out noise instead, or
 * one colour, until the page is allowed to read a canvas. To be called before any pixels are read or encoded.
 * @throws DOMException `NotAllowedError`
 */
export function checkCanvas(): void {
  isTrusted ||= isReadBack();
  if (isTrusted) return;
  throw imageError(
    "NotAllowedError",
    "this browser gives out noise in place of a picture's pixels, as Firefox does with privacy.resistFingerprinting: allow this site to read the canvas (the picture icon in the address bar), then try again, or use another browser",
  );
}

function isReadBack(): boolean {
  const size = { width: SIDE, height: SIDE };
  const context = newCanvas(size).getContext("2d", { willReadFrequently: true });
  if (!context) return true; // Which is told where a picture is drawn.
  const { data: drawn } = new ImageData(SIDE, SIDE);
  for (let i = 0; i < drawn.length; i++) drawn[i] = i % 4 === 3 ? 255 : (i * 37) % 256;
  (context as CanvasRenderingContext2D).putImageData(new ImageData(drawn, SIDE, SIDE), 0, 0);
  const { data: read } = (context as CanvasRenderingContext2D).getImageData(0, 0, SIDE, SIDE);
  let difference = 0;
  for (let i = 0; i < drawn.length; i++) difference += Math.abs(read[i]! - drawn[i]!);
  return difference <= TOLERANCE * drawn.length;
}
