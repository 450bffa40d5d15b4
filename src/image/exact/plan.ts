/** What MindSpore's Resize and CenterCrop need of a picture. Sizes in pixels. */

import { type Cover, partialCover, wholeCover, wholeRatio } from "./area.ts";
import { centred, croppedSize, resizedSize, type Sides, type Size, type Window } from "./sizes.ts";
import { areaLinearTaps, cubicTaps, linearTaps, nearestTaps, type Side, type Taps } from "./taps.ts";

/** As MindSpore's `Inter.LINEAR`, `NEAREST`, `AREA` and `CUBIC`. */
export type Interpolation = "linear" | "nearest" | "area" | "cubic";

export interface PixelOptions {
  /** A number: the shorter side gets it, the aspect ratio stays. Without it the picture keeps its size. */
  resize?: Sides | undefined;
  /** The middle of what resizing gives; a number is a square. Without it all of it. */
  crop?: Sides | undefined;
  interpolation: Interpolation;
}

/** How rows and columns become the resized picture's. Positions of rows count in `rows`, of columns from `from`. */
type Way =
  | { kind: "copy" | "linear" | "cubic"; rows: Taps; columns: Taps }
  | { kind: "cover"; whole: boolean; rows: Cover; columns: Cover };

export interface PixelPlan {
  /** The picture, upright. */
  source: Size;
  /** After resizing, before cropping. */
  resized: Size;
  /** The result: height and width of what `resample` gives. */
  size: Size;
  /** The source's columns that are needed: `from` to `to`, the latter not included. */
  from: number;
  to: number;
  /**
   * The source's rows that are needed, ascending, each of them once, in portions to be read at one time: none holds
   * more than 512 KiB of RGBA, which a processor's cache holds, unless one row does.
   */
  bands: readonly Int32Array[];
  way: Way;
  /** Where the resized picture's visible part lies in the result. */
  zeros: { top: number; left: number };
  visible: { top: number; left: number; width: number; height: number };
}

const BAND_BYTES = 512 << 10;

/**
 * @param source whole numbers, as are `resize` and `crop`, 1 or more
 * @throws RangeError for sizes that MindSpore refuses
 */
export function planPixels(source: Size, { resize, crop, interpolation }: PixelOptions): PixelPlan {
  const resized = resizedSize(source, resize);
  const size = croppedSize(resized, crop);
  const vertical = centred(resized.height, size.height);
  const horizontal = centred(resized.width, size.width);
  const way = wayOf(
    interpolation,
    sideOf(source.height, resized.height, vertical),
    sideOf(source.width, resized.width, horizontal),
  );
  const rows = numbered(way.rows.at, source.height);
  const [from, to] = spanned(way.columns.at);
  return {
    source,
    resized,
    size,
    from,
    to,
    bands: banded(rows, Math.max(1, Math.floor(BAND_BYTES / ((to - from) * 4)))),
    way,
    zeros: { top: vertical.zeros, left: horizontal.zeros },
    visible: {
      top: vertical.start,
      left: horizontal.start,
      height: vertical.length,
      width: horizontal.length,
    },
  };
}

function sideOf(source: number, resized: number, { start, length }: Window): Side {
  return { source, resized, start, length };
}

function wayOf(interpolation: Interpolation, rows: Side, columns: Side): Way {
  if (interpolation === "area") return areaWay(rows, columns);
  if (interpolation === "cubic") {
    return { kind: "cubic", rows: cubicTaps(rows), columns: cubicTaps(columns) };
  }
  if (interpolation === "nearest" || (keeps(rows) && keeps(columns))) {
    return { kind: "copy", rows: nearestTaps(rows), columns: nearestTaps(columns) };
  }
  return { kind: "linear", rows: linearTaps(rows), columns: linearTaps(columns) };
}

function areaWay(rows: Side, columns: Side): Way {
  if (rows.resized > rows.source || columns.resized > columns.source) {
    return { kind: "linear", rows: areaLinearTaps(rows), columns: areaLinearTaps(columns) };
  }
  const down = wholeRatio(rows);
  const across = wholeRatio(columns);
  return down !== undefined && across !== undefined
    ? { kind: "cover", whole: true, rows: wholeCover(rows, down), columns: wholeCover(columns, across) }
    : { kind: "cover", whole: false, rows: partialCover(rows), columns: partialCover(columns) };
}

function keeps({ source, resized }: Side): boolean {
  return source === resized;
}

/** The rows that are named, ascending; in `at` their places in that list take their numbers' place. */
function numbered(at: Int32Array, height: number): Int32Array {
  const places = new Int32Array(height).fill(-1);
  for (const row of at) places[row] = 0;
  let count = 0;
  for (let row = 0; row < height; row++) if (places[row] === 0) places[row] = count++;
  const rows = new Int32Array(count);
  for (let i = 0; i < at.length; i++) {
    const row = at[i]!;
    at[i] = places[row]!;
    rows[at[i]!] = row;
  }
  return rows;
}

/** The first column that is named, and the one behind the last; in `at` they count from the first. */
function spanned(at: Int32Array): [from: number, to: number] {
  let from = at[0]!;
  let to = from + 1;
  for (const column of at) {
    from = Math.min(from, column);
    to = Math.max(to, column + 1);
  }
  for (let i = 0; i < at.length; i++) at[i]! -= from;
  return [from, to];
}

function banded(rows: Int32Array, most: number): Int32Array[] {
  const bands = [];
  for (let i = 0; i < rows.length; i += most) bands.push(rows.subarray(i, i + most));
  return bands;
}
