/** What may be asked of a tensor made from a picture, and its checks. */

import { type DType, isDType } from "../tensor/index.ts";
import type { Interpolation } from "./exact/plan.ts";
import type { Sides } from "./exact/sizes.ts";
import { type Layout, makeExactTable, makeTable } from "./pixels/normalize.ts";
import type { Fit, Size } from "./placing/fit.ts";
import type { ExifRule } from "./thread/exact-pixels.ts";
import type { ExactJob } from "./thread/exact-tensor.ts";
import type { TensorJob } from "./thread/image-job.ts";

/** The numeric dtypes; bool makes no sense for a picture. */
export type ImageDType = Exclude<DType, "bool">;

/**
 * How a picture becomes a tensor, in one of two ways. With `resize`, `crop`, `interpolation` or `exif` it is MindSpore's
 * own: its Decode, Resize and CenterCrop, to the bit. With `width`, `height` and `fit`, or without any of these, the
 * browser draws the picture. An option of the one way beside one of the other is a TypeError.
 */
export interface ImageTensorOptions<D extends ImageDType = ImageDType> {
  /**
   * As MindSpore's `Resize`: a number is the shorter side's length, the aspect ratio stays; or `[height, width]`. In
   * pixels.
   */
  resize?: number | readonly [height: number, width: number];
  /**
   * As MindSpore's `CenterCrop`: the middle, a square or `[height, width]`, of what `resize` gives; of a smaller picture
   * with zeros around it. In pixels.
   */
  crop?: number | readonly [height: number, width: number];
  /**
   * Between which pixels `resize` computes, as MindSpore's `Inter.LINEAR` (Resize's own default), `NEAREST`, `AREA` or
   * `CUBIC`.
   * @default "linear"
   */
  interpolation?: Interpolation;
  /**
   * `"upright"`: a photo is turned as its EXIF says, before it is resized. `"ignore"`: it stays as it is stored, as
   * MindSpore's `Decode` leaves it. Alone it gives the decoded picture at full size.
   * @default "upright"
   */
  exif?: ExifRule;
  /** Width in pixels of a picture drawn by the browser. Width and height go together; without them it keeps its size. */
  width?: number;
  /** Height in pixels of a picture drawn by the browser. */
  height?: number;
  /**
   * How the browser puts a picture of another aspect ratio into width × height.
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
   * Subtracted after scaling; one number, or one for each channel. As in MindSpore's `Normalize`.
   * @default 0
   */
  mean?: number | readonly number[];
  /**
   * Divided by at last; one number, or one for each channel.
   * @default 1
   */
  std?: number | readonly number[];
  /**
   * The value from 0 to 255 is multiplied by it first: 1/255 gives 0 to 1, as MindSpore's `ToTensor` does.
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
   * CSS colour under transparent pixels, and of the bars of `contain`; it goes through the same arithmetic. White where
   * the browser draws the picture. MindSpore's way has no default: without it alpha is dropped, as `Decode` drops it, and
   * transparent pixels show the colour that they hide.
   */
  background?: string;
  /** Ends the work; the promise rejects with an `AbortError`. */
  signal?: AbortSignal;
}

type TensorPlan = Omit<TensorJob, "still"> | Omit<ExactJob, "still">;

const EXACT = ["resize", "crop", "interpolation", "exif"] as const;
const DRAWN = ["width", "height", "fit"] as const;

/** @throws TypeError, RangeError naming the option */
export function planTensor(options: ImageTensorOptions): TensorPlan {
  const { layout = "CHW", dtype = "float32", channels = 3, mean, std, scale } = options;
  const exact = EXACT.find((name) => options[name] !== undefined);
  const drawn = DRAWN.find((name) => options[name] !== undefined);
  if (exact && drawn) {
    throw new TypeError(
      `${exact} and ${drawn} don't go together: take resize and crop for MindSpore's Resize and CenterCrop, or width, height and fit for a picture drawn by the browser`,
    );
  }
  oneOf("layout", layout, ["CHW", "HWC"]);
  oneOf("channels", channels, [1, 3]);
  if (!isDType(dtype) || (dtype as DType) === "bool") {
    throw new TypeError(`dtype must be a numeric dtype such as "float32", not ${JSON.stringify(dtype)}`);
  }
  if (scale !== undefined) finite("scale", scale);
  const means = mean === undefined ? undefined : perChannel("mean", mean, channels);
  const stds = std === undefined ? undefined : perChannel("std", std, channels);
  if (stds?.includes(0)) throw new RangeError("std must not contain 0: pixels are divided by it");
  const make = exact ? makeExactTable : makeTable;
  const tables = Array.from({ length: channels }, (_, channel) =>
    make(dtype, { scale, mean: means?.[channel], std: stds?.[channel] }),
  );
  return exact ? { ...planExact(options), tables, layout } : { ...planDrawn(options), tables, layout };
}

function planDrawn(options: ImageTensorOptions): Omit<TensorJob, "still" | "tables" | "layout"> {
  const { fit = "fill", background = "white" } = options;
  oneOf("fit", fit, ["fill", "cover", "contain"]);
  return { kind: "tensor", size: planSize(options), fit, background };
}

function planExact(options: ImageTensorOptions): Omit<ExactJob, "still" | "tables" | "layout"> {
  const { resize, crop, interpolation = "linear", exif = "upright", background } = options;
  oneOf("interpolation", interpolation, ["linear", "nearest", "area", "cubic"]);
  oneOf("exif", exif, ["upright", "ignore"]);
  checkSides("resize", resize);
  checkSides("crop", crop);
  return { kind: "exact", resize, crop, interpolation, exif, background };
}

function checkSides(name: string, given: Sides | undefined): void {
  if (given === undefined) return;
  const sides: unknown = typeof given === "number" ? [given] : given;
  if (!Array.isArray(sides) || (typeof given !== "number" && sides.length !== 2)) {
    throw new TypeError(
      `${name} must be a number of pixels or [height, width], not ${JSON.stringify(given)}`,
    );
  }
  for (const side of sides) {
    if (!Number.isSafeInteger(side) || side < 1)
      throw new RangeError(`${name} takes whole numbers of pixels, 1 or more, not ${side}`);
  }
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
