/** What MindSpore's Resize and CenterCrop ask of a picture: sizes, and the pixels that are needed. Sizes in pixels. */

export type Interpolation = "linear" | "nearest" | "area" | "cubic";

/** One side, or height and width, in MindSpore's order. */
export type Sides = number | readonly [height: number, width: number];

export interface PixelOptions {
  /** A number: the shorter side gets it, the aspect ratio stays. Without it the picture keeps its size. */
  resize?: Sides | undefined;
  /** The middle of what resizing gives; a number is a square. Without it all of it. */
  crop?: Sides | undefined;
  interpolation: Interpolation;
}

interface Size {
  width: number;
  height: number;
}

export interface PixelPlan {
  /** The picture, upright. */
  source: Size;
  /** After resizing, before cropping. */
  resized: Size;
  /** The result. */
  size: Size;
  interpolation: Interpolation;
  /** The source's columns that are needed: `from` to `to`, the latter not included. */
  from: number;
  to: number;
  /**
   * The source's rows that are needed, ascending, each of them once, in portions that are to be read at one time:
   * none is larger than 4 MB of RGBA, unless one row is. Empty when zeros are all that is asked for.
   */
  bands: readonly Int32Array[];
}

/**
 * @throws RangeError when a side of the result would be below 1
 */
export function planPixels(source: Size, options: PixelOptions): PixelPlan {
  throw new Error(`not built yet: ${source.width}, ${options.interpolation}`);
}
