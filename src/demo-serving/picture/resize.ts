/** Pictures to a model's size, as `Resize` of mindspore.dataset with `Inter.LINEAR` makes them. */

import type { RawRgb } from "./raw-rgb.ts";

/** One place of the result in a row or column of the picture: two neighbours, and how much of each. */
interface Place {
  before: number;
  after: number;
  beforeShare: number;
  afterShare: number;
}

/** Shares are counted in fixed point: 11 bits. */
const WHOLE = 2 ** 11;
const CHANNELS = 3;

/** Both sides straight to the size: between two neighbours an axis, without antialiasing. */
export function resizeLinear({ data, width, height }: RawRgb, toHeight: number, toWidth: number): Uint8Array {
  const columns = places(width, toWidth);
  const result = new Uint8Array(toHeight * toWidth * CHANNELS);
  let at = 0;
  for (const row of places(height, toHeight)) {
    const above = row.before * width;
    const below = row.after * width;
    for (const { before, after, beforeShare, afterShare } of columns) {
      for (let channel = 0; channel < CHANNELS; channel++) {
        const upper =
          (data[(above + before) * CHANNELS + channel]! * beforeShare +
            data[(above + after) * CHANNELS + channel]! * afterShare) >>
          4;
        const lower =
          (data[(below + before) * CHANNELS + channel]! * beforeShare +
            data[(below + after) * CHANNELS + channel]! * afterShare) >>
          4;
        result[at++] = (((upper * row.beforeShare) >> 16) + ((lower * row.afterShare) >> 16) + 2) >> 2;
      }
    }
  }
  return result;
}

function places(size: number, count: number): Place[] {
  return Array.from({ length: count }, (_, i) => {
    const place = Math.fround((i + 0.5) * (size / count) - 0.5);
    const before = Math.floor(place);
    const share = place - before;
    const inside = (index: number) => Math.min(Math.max(index, 0), size - 1);
    return {
      before: inside(before),
      after: inside(before + 1),
      beforeShare: roundToEven((1 - share) * WHOLE),
      afterShare: roundToEven(share * WHOLE),
    };
  });
}

function roundToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
