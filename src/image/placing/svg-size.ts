/** The size of a drawing in pixels, as CSS has it (CSS Images 3, 5; SVG 2, 8.12), and one where it says none. */

import type { Size } from "./fit.ts";

/** Of a drawing that has a shape but no size: enough for every model, and lines stay sharp. */
const LONGEST_SIDE = 1024;
/** A drawing loses nothing when it is drawn smaller than it says, and beyond this some browsers can't. */
const MOST_SIDE = 4096;
/** CSS pixels in an absolute unit; fonts as browsers have them by default. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};

/**
 * `own`: its `width` and `height` where they are absolute; one that is missing or in percent follows by the viewBox's
 * shape, and without both the longest side is 1024. Without a viewBox, 300 or 150 stand for what is missing, as in a page.
 * `size` is the same in whole pixels, not above 4096. `ratio` is the viewBox's, width to height; `undefined` where it has
 * none.
 */
export function svgSize(
  width: string | null,
  height: string | null,
  viewBox: string | null,
): { own: Size; size: Size; ratio: number | undefined } {
  const box = (viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const ratio = box.length === 4 && box[2]! > 0 && box[3]! > 0 ? box[2]! / box[3]! : undefined;
  const own = whole(pixels(width), pixels(height), ratio);
  const shrunk = Math.min(1, MOST_SIDE / Math.max(own.width, own.height));
  const side = (length: number) => Math.max(1, Math.round(length * shrunk));
  return { own, size: { width: side(own.width), height: side(own.height) }, ratio };
}

function whole(width: number | undefined, height: number | undefined, ratio: number | undefined): Size {
  if (width !== undefined && height !== undefined) return { width, height };
  if (ratio === undefined) return { width: width ?? 300, height: height ?? 150 };
  if (width !== undefined) return { width, height: width / ratio };
  if (height !== undefined) return { width: height * ratio, height };
  return { width: LONGEST_SIDE * Math.min(1, ratio), height: LONGEST_SIDE / Math.max(1, ratio) };
}

/** `undefined` for a length that depends on where the drawing stands, is none, or not above 0. */
function pixels(length: string | null): number | undefined {
  const [, number, unit] = /^\s*([+]?[\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? "") ?? [];
  const value = Number(number) * (UNITS[(unit ?? "").toLowerCase()] ?? Number.NaN);
  return value > 0 ? value : undefined;
}
