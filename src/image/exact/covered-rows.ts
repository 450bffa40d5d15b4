/** AREA: sums of what each pixel of the result covers. */

import type { Cover } from "./area.ts";
import type { Target } from "./target.ts";

const { fround } = Math;

export class CoveredRows {
  readonly #whole: boolean;
  readonly #rows: Cover;
  readonly #columns: Cover;
  readonly #target: Target;
  /** A row of the result as far as it is summed up. */
  readonly #sums: Int32Array | Float32Array;
  /** A source row, summed along itself. */
  readonly #row: Float32Array;
  #taken = 0;
  #entry = 0;
  #written = 0;

  constructor({ whole, rows, columns }: { whole: boolean; rows: Cover; columns: Cover }, target: Target) {
    this.#whole = whole;
    this.#rows = rows;
    this.#columns = columns;
    this.#target = target;
    this.#sums = whole ? new Int32Array(target.values) : new Float32Array(target.values);
    this.#row = new Float32Array(whole ? 0 : target.values);
  }

  /** The next of the rows that are needed; its first column at `offset`, bytes from a column to the next: `step`. */
  take(data: Uint8ClampedArray | Uint8Array, offset: number, step: number): void {
    const { at, begin, weight } = this.#rows;
    const place = this.#taken++;
    if (this.#whole) addWhole(this.#sums, this.#columns, data, offset, step);
    else sumParts(this.#row, this.#columns, data, offset, step);
    // A row between two of the result belongs to both.
    while (this.#entry < at.length && at[this.#entry] === place) {
      if (!this.#whole) addRow(this.#sums, this.#row, weight[this.#entry]!);
      if (++this.#entry === begin[this.#written + 1]) this.#write(this.#written++);
    }
  }

  #write(row: number): void {
    const { data, start, rowBytes } = this.#target;
    const to = start + row * rowBytes;
    if (this.#whole) storeMeans(data, to, this.#sums, this.#rows.begin[1]!, this.#columns.begin[1]!);
    else data.set(this.#sums, to);
    this.#sums.fill(0);
  }
}

function addWhole(
  sums: Int32Array | Float32Array,
  { at, begin }: Cover,
  data: Uint8ClampedArray | Uint8Array,
  offset: number,
  step: number,
): void {
  const count = begin[1]!;
  for (let i = 0, to = 0; to < sums.length; i += count, to += 3) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let k = 0, from = offset + at[i]! * step; k < count; k++, from += step) {
      red += data[from]!;
      green += data[from + 1]!;
      blue += data[from + 2]!;
    }
    sums[to]! += red;
    sums[to + 1]! += green;
    sums[to + 2]! += blue;
  }
}

/** The mean of two by two pixels is rounded up at a half, any other to the even one, as a clamped array stores it. */
function storeMeans(
  result: Uint8ClampedArray,
  to: number,
  sums: ArrayLike<number>,
  down: number,
  across: number,
): void {
  const share = fround(1 / (down * across));
  if (down === 2 && across === 2) for (let x = 0; x < sums.length; x++) result[to + x] = (sums[x]! + 2) >> 2;
  else for (let x = 0; x < sums.length; x++) result[to + x] = fround(sums[x]! * share);
}

function sumParts(
  row: Float32Array,
  { at, begin, weight }: Cover,
  data: Uint8ClampedArray | Uint8Array,
  offset: number,
  step: number,
): void {
  for (let pixel = 0, i = 0, to = 0; to < row.length; to += 3) {
    let red = fround(0);
    let green = fround(0);
    let blue = fround(0);
    const end = begin[++pixel]!;
    for (let from = offset + at[i]! * step; i < end; i++, from += step) {
      const share = weight[i]!;
      red = fround(red + fround(data[from]! * share));
      green = fround(green + fround(data[from + 1]! * share));
      blue = fround(blue + fround(data[from + 2]! * share));
    }
    row[to] = red;
    row[to + 1] = green;
    row[to + 2] = blue;
  }
}

function addRow(sums: Int32Array | Float32Array, row: Float32Array, share: number): void {
  for (let x = 0; x < sums.length; x++) sums[x] = fround(sums[x]! + fround(row[x]! * share));
}
