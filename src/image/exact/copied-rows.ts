/** Rows whose pixels are some of the source's: NEAREST, and a size that stays. */

import type { Taps } from "./taps.ts";
import type { Target } from "./target.ts";

export class CopiedRows {
  readonly #columns: Int32Array;
  readonly #rows: Int32Array;
  readonly #target: Target;
  #taken = 0;
  #written = 0;

  constructor({ rows, columns }: { rows: Taps; columns: Taps }, target: Target) {
    this.#rows = rows.at;
    this.#columns = columns.at;
    this.#target = target;
  }

  /** The next of the rows that are needed; its first column at `offset`, bytes from a column to the next: `step`. */
  take(data: Uint8ClampedArray | Uint8Array, offset: number, step: number): void {
    const { data: result, start, rowBytes, values } = this.#target;
    const columns = this.#columns;
    const first = start + this.#written * rowBytes;
    for (let i = 0, to = first; i < columns.length; i++, to += 3) {
      const from = offset + columns[i]! * step;
      result[to] = data[from]!;
      result[to + 1] = data[from + 1]!;
      result[to + 2] = data[from + 2]!;
    }
    const place = this.#taken++;
    while (this.#rows[++this.#written] === place) {
      result.copyWithin(start + this.#written * rowBytes, first, first + values);
    }
  }
}
