/** Smallest, largest and mean element. */

import type { Tensor } from "../../client/index.ts";

export interface Statistics {
  min: number | bigint;
  max: number | bigint;
  mean: number;
  /** Elements that are no number; the others' figures leave them out. */
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
