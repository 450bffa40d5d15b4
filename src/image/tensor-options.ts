/** What may be asked of a tensor made from a picture, and its checks. */

import { type DType, isDType } from "../tensor/index.ts";
import type { Fit, Size } from "./fit.ts";
import type { TensorJob } from "./image-job.ts";
import { type Layout, makeTable } from "./normalize.ts";

/** The numeric dtypes; bool makes no sense for a picture. */
export type ImageDType = Exclude<DType, "bool">;

/** How a picture becomes a tensor. */
export interface ImageTensorOptions<D extends ImageDType = ImageDType> {
  /** Width in pixels. Width and height go together; without them the picture keeps its own size. */
  width?: number;
  /** Height in pixels. */
  height?: number;
  /**
   * How a picture of another aspect ratio is put into width × height.
   * @default "fill"
   */
  fit?: Fit;
  /**
   * Order of the dimensions: `[channels, height, width]` or `[height, width, channels]`.
   * @default "CHW"
   */
  layout?: Layout;
  /**
   * An integer dtype takes results that are whole and in its range only.
   * @default "float32"
   */
  dtype?: D;
  /**
   * Subtracted after scaling; one number, or one for each channel.
   * @default 0
   */
  mean?: number | readonly number[];
  /**
   * Divided by at last; one number, or one for each channel.
   * @default 1
   */
  std?: number | readonly number[];
  /**
   * The value from 0 to 255 is multiplied by it first: 1/255 gives 0 to 1.
   * @default 1
   */
  scale?: number;
  /**
   * 3 for red, green, blue; 1 for grey (ITU-R BT.601's luma, rounded to 0…255 before the arithmetic).
   * @default 3
   */
  channels?: 1 | 3;
  /**
   * A leading dimension of 1, for servables that take batches.
   * @default false
   */
  batch?: boolean;
  /**
   * CSS colour under transparent pixels, and of the bars of `contain`; it goes through the same arithmetic.
   * @default "white"
   */
  background?: string;
  /** Ends the work; the promise rejects with an `AbortError`. */
  signal?: AbortSignal;
}

type TensorPlan = Omit<TensorJob, "still">;

/** @throws TypeError, RangeError naming the option */
export function planTensor(options: ImageTensorOptions): TensorPlan {
  const { fit = "fill", layout = "CHW", dtype = "float32", scale = 1, channels = 3 } = options;
  oneOf("fit", fit, ["fill", "cover", "contain"]);
  oneOf("layout", layout, ["CHW", "HWC"]);
  oneOf("channels", channels, [1, 3]);
  if (!isDType(dtype) || (dtype as DType) === "bool") {
    throw new TypeError(`dtype must be a numeric dtype such as "float32", not ${JSON.stringify(dtype)}`);
  }
  finite("scale", scale);
  const means = perChannel("mean", options.mean ?? 0, channels);
  const stds = perChannel("std", options.std ?? 1, channels);
  if (stds.includes(0)) throw new RangeError("std must not contain 0: pixels are divided by it");
  const tables = means.map((mean, channel) => makeTable(dtype, { scale, mean, std: stds[channel]! }));
  const background = options.background ?? "white";
  return { kind: "tensor", size: planSize(options), fit, background, tables, layout };
}

function planSize({ width, height }: ImageTensorOptions): Size | undefined {
  if (width === undefined && height === undefined) return undefined;
  if (width === undefined || height === undefined)
    throw new TypeError("give both width and height, or neither");
  for (const side of [width, height]) {
    if (!Number.isSafeInteger(side) || side < 1) {
      throw new RangeError(`width and height must be whole numbers of pixels, 1 or more, not ${side}`);
    }
  }
  return { width, height };
}

function perChannel(name: string, given: number | readonly number[], channels: number): number[] {
  const values = typeof given === "number" ? new Array<number>(channels).fill(given) : [...given];
  if (values.length !== channels) {
    throw new RangeError(`${name} has ${values.length} numbers for ${channels} channels`);
  }
  for (const value of values) finite(name, value);
  return values;
}

function finite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} takes finite numbers, not ${value}`);
}

function oneOf(name: string, value: unknown, allowed: readonly unknown[]): void {
  if (!allowed.includes(value)) {
    throw new TypeError(
      `${name} must be ${allowed.map((v) => JSON.stringify(v)).join(" or ")}, not ${JSON.stringify(value)}`,
    );
  }
}
