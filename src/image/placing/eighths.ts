/** How far a JPEG's decoder may scale it down for a picture of a given size. */

import type { Size } from "./fit.ts";

/**
 * Room for the browser's filter, which draws the rest: it halves a picture again and again and then smooths between
 * two of these. From halves of the halves it makes the same picture; with less room than this it smooths too little.
 */
const ROOM = 4 / 3;

/**
 * The fewest eighths of its sides at which a JPEG is still larger than the target, so that nothing is ever enlarged:
 * 1, 2 or 4, since the filter halves; `undefined` when all of its pixels are needed.
 */
export function eighthsFor(stored: Size, target: Size): 1 | 2 | 4 | undefined {
  return ([1, 2, 4] as const).find((eighths) => {
    const { width, height } = inEighths(stored, eighths);
    const isTarget = width === target.width && height === target.height;
    return isTarget || (width >= target.width * ROOM && height >= target.height * ROOM);
  });
}

/** The picture's size in pixels of an eighth so often: decoders round it up, and fill the last pixel with its edge. */
export function inEighths({ width, height }: Size, eighths: number): Size {
  return { width: (width * eighths) / 8, height: (height * eighths) / 8 };
}

export function roundedUp({ width, height }: Size): Size {
  return { width: Math.ceil(width), height: Math.ceil(height) };
}
