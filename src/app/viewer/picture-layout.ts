/** How a tensor is a picture: which dimensions are rows, columns and channels, and which values are black and white. */

import type { Tensor } from "../../client/index.ts";
import { type Statistics, scaleEnds, statisticsOf } from "./statistics.ts";

export interface PictureLayout {
  layout: "HW" | "HWC" | "CHW";
  height: number;
  width: number;
  channels: 1 | 3 | 4;
  /** Values that stand for no and for full light. */
  black: number;
  white: number;
  /** Number of pictures in the dimensions before. */
  count: number;
}

/** Smaller ones are matrices. */
const MIN_SIDE = 4;

const isChannels = (dim: number | undefined): dim is 1 | 3 | 4 => dim === 1 || dim === 3 || dim === 4;

/** `undefined` when the tensor can't be a picture. Where both ends could be the channels, the last dimension is. */
export function pictureLayout(tensor: Tensor, statistics = statisticsOf(tensor)): PictureLayout | undefined {
  const { shape } = tensor;
  const [a, b, c] = shape.slice(-3) as [number, number, number];
  const count = shape.slice(0, -3).reduce((product, dim) => product * dim, 1);
  if (!statistics || shape.length < 2) return undefined;
  const scale = scaleOf(tensor, statistics);
  const fits = (height: number, width: number) => height >= MIN_SIDE && width >= MIN_SIDE;
  if (shape.length === 2) {
    return fits(a, b) ? { layout: "HW", height: a, width: b, channels: 1, count: 1, ...scale } : undefined;
  }
  if (isChannels(c) && fits(a, b))
    return { layout: "HWC", height: a, width: b, channels: c, count, ...scale };
  if (isChannels(a) && fits(b, c))
    return { layout: "CHW", height: b, width: c, channels: a, count, ...scale };
  return undefined;
}

/** Bytes are 0 to 255; of other dtypes the smallest usual range that holds all values, else their own. */
function scaleOf(tensor: Tensor, statistics: Statistics): { black: number; white: number } {
  if (tensor.dtype === "uint8") return { black: 0, white: 255 };
  const [low, high] = scaleEnds(tensor, statistics);
  if (low >= 0 && high <= 1) return { black: 0, white: 1 };
  if (low >= -1 && high <= 1) return { black: -1, white: 1 };
  if (low >= 0 && high <= 255) return { black: 0, white: 255 };
  return { black: low, white: high };
}
