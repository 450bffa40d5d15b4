/** Sizes in pixels as MindSpore's Resize and CenterCrop compute them, and what they refuse. */

export interface Size {
  width: number;
  height: number;
}

/** A number, or height and width, in MindSpore's order. */
export type Sides = number | readonly [height: number, width: number];

const { fround } = Math;

/**
 * A number is the shorter side's; the longer one is cut to whole pixels after a product in float32, not rounded.
 * @throws RangeError when a side would be more than 1000 times as long as before
 */
export function resizedSize(source: Size, resize: Sides | undefined): Size {
  if (resize === undefined) return { width: source.width, height: source.height };
  const size = typeof resize === "number" ? shortSideTo(source, resize) : toSize(resize);
  if (size.width > source.width * 1000 || size.height > source.height * 1000) {
    throw new RangeError(
      `resize would make ${told(size)} pixels of ${told(source)}, and MindSpore enlarges at most 1000 times: choose a smaller size`,
    );
  }
  return size;
}

/** @throws RangeError when a side is cropped to four times its length or more */
export function croppedSize(resized: Size, crop: Sides | undefined): Size {
  if (crop === undefined) return resized;
  const size = typeof crop === "number" ? { width: crop, height: crop } : toSize(crop);
  if (size.width >= resized.width * 4 || size.height >= resized.height * 4) {
    throw new RangeError(
      `crop asks for ${told(size)} pixels of ${told(resized)}, and MindSpore's CenterCrop takes less than 4 times each side: crop less, or resize first`,
    );
  }
  return size;
}

/** Where a side's visible part begins in the picture, its length, and the zeros before it. */
export interface Window {
  start: number;
  length: number;
  zeros: number;
}

/** What a crop leaves of a side: its middle, an odd pixel more behind it; or all of it, an odd zero more before it. */
export function centred(side: number, crop: number): Window {
  return crop <= side
    ? { start: (side - crop) >> 1, length: crop, zeros: 0 }
    : { start: 0, length: side, zeros: (crop - side + 1) >> 1 };
}

function shortSideTo({ width, height }: Size, size: number): Size {
  const ratio = fround(fround(Math.max(width, height)) / fround(Math.min(width, height)));
  const long = Math.trunc(fround(ratio * fround(size)));
  return height < width ? { width: long, height: size } : { width: size, height: long };
}

function toSize([height, width]: readonly [number, number]): Size {
  return { width, height };
}

function told({ width, height }: Size): string {
  return `${width} × ${height}`;
}
