/**
 * LINEAR and CUBIC: a source row's pixels are mixed to a row of whole numbers of 2048ths, and those rows, the latest
 * two or four, to one of the result.
 */

import type { Taps } from "./taps.ts";
import type { Target } from "./target.ts";

export class WeighedRows {
  readonly #rows: Taps;
  readonly #columns: Taps;
  readonly #target: Target;
  readonly #floats: number;
  /** Mixed rows, by their number modulo their count. */
  readonly #mixed: readonly Int32Array[];
  #taken = 0;
  #written = 0;

  /** @param floats how many of CUBIC's values, from the left, are made in float32 */
  constructor({ rows, columns }: { rows: Taps; columns: Taps }, target: Target, floats: number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#target = target;
    this.#floats = floats;
    this.#mixed = Array.from({ length: rows.count }, () => new Int32Array(target.values));
  }

  /** The next of the rows that are needed; its first column at `offset`, bytes from a column to the next: `step`. */
  take(data: Uint8ClampedArray | Uint8Array, offset: number, step: number): void {
    const { count } = this.#rows;
    const mixed = this.#mixed[this.#taken++ % count]!;
    if (count === 2) mixTwo(mixed, this.#columns, data, offset, step);
    else mixFour(mixed, this.#columns, data, offset, step);
    while (this.#written < this.#target.rows && this.#lastOf(this.#written) < this.#taken) {
      this.#write(this.#written++);
    }
  }

  #lastOf(row: number): number {
    const { at, count } = this.#rows;
    let last = 0;
    for (let i = row * count; i < (row + 1) * count; i++) last = Math.max(last, at[i]!);
    return last;
  }

  #write(row: number): void {
    const { at, weight, count } = this.#rows;
    const { data, start, rowBytes } = this.#target;
    const i = row * count;
    const mixed = (k: number) => this.#mixed[at[i + k]! % count]!;
    const to = start + row * rowBytes;
    if (count === 2) blendTwo(data, to, mixed(0), mixed(1), weight[i]!, weight[i + 1]!);
    else
      blendFour(data, to, [mixed(0), mixed(1), mixed(2), mixed(3)], weight.subarray(i, i + 4), this.#floats);
  }
}

/** `Math.imul`, since engines check other products for what these never are: too large, or -0. */
function mixTwo(
  mixed: Int32Array,
  { at, weight }: Taps,
  data: Uint8ClampedArray | Uint8Array,
  offset: number,
  step: number,
): void {
  for (let i = 0, to = 0; to < mixed.length; i += 2, to += 3) {
    const a = offset + Math.imul(at[i]!, step);
    const b = offset + Math.imul(at[i + 1]!, step);
    const u = weight[i]!;
    const v = weight[i + 1]!;
    mixed[to] = Math.imul(data[a]!, u) + Math.imul(data[b]!, v);
    mixed[to + 1] = Math.imul(data[a + 1]!, u) + Math.imul(data[b + 1]!, v);
    mixed[to + 2] = Math.imul(data[a + 2]!, u) + Math.imul(data[b + 2]!, v);
  }
}

/** 2048ths twice make 22 bits: four are dropped before the product, sixteen after it, two are rounded at last. */
function blendTwo(
  result: Uint8ClampedArray,
  to: number,
  a: Int32Array,
  b: Int32Array,
  u: number,
  v: number,
): void {
  for (let x = 0; x < a.length; x++) {
    const upper = Math.imul(u, a[x]! >> 4) >> 16;
    const lower = Math.imul(v, b[x]! >> 4) >> 16;
    result[to + x] = (upper + lower + 2) >> 2;
  }
}

function mixFour(
  mixed: Int32Array,
  { at, weight }: Taps,
  data: Uint8ClampedArray | Uint8Array,
  offset: number,
  step: number,
): void {
  for (let i = 0, to = 0; to < mixed.length; i += 4, to += 3) {
    const a = offset + at[i]! * step;
    const b = offset + at[i + 1]! * step;
    const c = offset + at[i + 2]! * step;
    const d = offset + at[i + 3]! * step;
    const s = weight[i]!;
    const t = weight[i + 1]!;
    const u = weight[i + 2]!;
    const v = weight[i + 3]!;
    for (let k = 0; k < 3; k++) {
      mixed[to + k] = data[a + k]! * s + data[b + k]! * t + data[c + k]! * u + data[d + k]! * v;
    }
  }
}

/**
 * OpenCV makes eight values at a time in float32, and what is left at the end of a row in whole numbers; for them the
 * same place rounds otherwise where it is a half.
 */
function blendFour(
  result: Uint8ClampedArray,
  to: number,
  [a, b, c, d]: readonly [Int32Array, Int32Array, Int32Array, Int32Array],
  weight: Int32Array,
  floats: number,
): void {
  const { fround } = Math;
  const [s, t, u, v] = weight as unknown as [number, number, number, number];
  const scale = 2 ** -22;
  const ends = Math.min(floats, a.length);
  for (let x = 0; x < ends; x++) {
    // A store into a clamped array rounds to the nearest, a half to the even one.
    result[to + x] = fround(
      fround(a[x]! * (s * scale)) +
        fround(
          fround(b[x]! * (t * scale)) + fround(fround(c[x]! * (u * scale)) + fround(d[x]! * (v * scale))),
        ),
    );
  }
  for (let x = ends; x < a.length; x++) {
    result[to + x] = (a[x]! * s + b[x]! * t + c[x]! * u + d[x]! * v + (1 << 21)) >> 22;
  }
}
