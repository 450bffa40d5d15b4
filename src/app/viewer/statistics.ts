/** Smallest, largest and mean element. */

import type { Tensor } from "../../client/index.ts";

export interface Statistics {
  min: number | bigint;
  max: number | bigint;
  mean: number;
  /** Elements that are NaN; the other figures leave them out. */
  nan: number;
}

/** `undefined` when there is no number in it. */
export function statisticsOf({ data }: Tensor): Statistics | undefined {
  let min: number | bigint | undefined;
  let max: number | bigint | undefined;
  let sum = 0;
  let nan = 0;
  for (const value of data) {
    // biome-ignore lint/suspicious/noSelfCompare: the quickest test for nan, on numbers and bigints alike.
    if (value !== value) {
      nan++;
      continue;
    }
    if (min === undefined || value < min) min = value;
    if (max === undefined || value > max) max = value;
    sum += Number(value);
  }
  if (min === undefined || max === undefined) return undefined;
  return { min, max, mean: sum / (data.length - nan), nan };
}

/**
 * Ends of a scale for all elements: the smallest and the largest finite one, as infinite ones leave no room between
 * them. Where there is but one finite value, as in a mask of 0 and -inf, the scale ends beside it, so that the
 * infinite ones can be told apart from it.
 */
export function scaleEnds({ data }: Tensor, { min, max }: Statistics): [number, number] {
  let [low, high] = [Number(min), Number(max)];
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  [low, high] = [Infinity, -Infinity];
  for (const value of data as Iterable<number>) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) [low, high] = [0, 0];
  if (low < high) return [low, high];
  return [min === -Infinity ? low - 1 : low, max === Infinity ? high + 1 : high];
}
