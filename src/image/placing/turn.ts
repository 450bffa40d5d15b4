/** From stored pixels to an upright picture, by EXIF's orientation. Lengths in pixels. */

import type { Orientation } from "../head/exif.ts";
import type { Rect, Size } from "./fit.ts";

/** `x' = a·x + c·y + e`, `y' = b·x + d·y + f`, as a canvas's `setTransform` takes it. */
type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/** Whether rows become columns. */
export function isTransposed(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** The upright size of a stored one, and the other way round. */
export function turnedSize({ width, height }: Size, orientation: Orientation): Size {
  return isTransposed(orientation) ? { width: height, height: width } : { width, height };
}

/** Where a point of the stored picture lies in the upright one. */
export function toUpright({ width, height }: Size, orientation: Orientation): Matrix {
  const matrices: Record<Orientation, Matrix> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  };
  return matrices[orientation];
}

/** The part of the stored picture, of this size, that is a part of the upright one. */
export function storedRect({ x, y, width, height }: Rect, stored: Size, orientation: Orientation): Rect {
  const [a, b, c, d, e, f] = toUpright(stored, orientation);
  // The matrix only turns and mirrors: its inverse is its transpose.
  const back = (px: number, py: number) =>
    [a * (px - e) + b * (py - f), c * (px - e) + d * (py - f)] as const;
  const [x1, y1] = back(x, y);
  const [x2, y2] = back(x + width, y + height);
  return {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    ...turnedSize({ width, height }, orientation),
  };
}
