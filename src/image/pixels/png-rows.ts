/** From a PNG's inflated bytes to pixels (PNG third edition, 7 to 9): filters undone, interlaced passes put in place. */

import { imageError } from "../errors/image-error.ts";

export interface PngHeader {
  width: number;
  height: number;
  /** Bits a sample: 8 or 16. */
  depth: number;
  /** Samples a pixel: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. */
  samples: number;
  isInterlaced: boolean;
}

/** Where the pixels of a pass lie: from x, y on, every dx-th of every dy-th row. */
type Pass = readonly [x: number, y: number, dx: number, dy: number];

const WHOLE: readonly Pass[] = [[0, 0, 1, 1]];
const ADAM7: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

export class PngRows {
  /** uint8 RGB in rows: of 16 bits the high byte, alpha dropped, grey three times. */
  readonly pixels: Uint8Array;
  readonly #header: PngHeader;
  /** Passes that have pixels; the first is under way. */
  readonly #passes: Pass[];
  /** A row as it comes: the filter's number, then the samples. */
  #row = new Uint8Array(0);
  #rowBefore = new Uint8Array(0);
  #filled = 0;
  #y = 0;

  constructor(header: PngHeader) {
    const { width, height, isInterlaced } = header;
    this.#header = header;
    this.pixels = new Uint8Array(width * height * 3);
    this.#passes = (isInterlaced ? ADAM7 : WHOLE).filter(([x, y]) => x < width && y < height);
    this.#beginPass();
  }

  /** Whether every row has come. */
  get isWhole(): boolean {
    return this.#passes.length === 0;
  }

  /** Takes the next inflated bytes; what comes behind the last row is ignored, as decoders do. */
  feed(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.isWhole; ) {
      const piece = bytes.subarray(at, at + this.#row.length - this.#filled);
      this.#row.set(piece, this.#filled);
      this.#filled += piece.length;
      at += piece.length;
      if (this.#filled === this.#row.length) this.#endRow();
    }
  }

  #beginPass(): void {
    const [pass] = this.#passes;
    if (!pass) return;
    const { width, depth, samples } = this.#header;
    const pixels = Math.ceil((width - pass[0]) / pass[2]);
    const length = 1 + (pixels * samples * depth) / 8;
    this.#row = new Uint8Array(length);
    this.#rowBefore = new Uint8Array(length);
    this.#y = pass[1];
  }

  #endRow(): void {
    const { height, depth, samples } = this.#header;
    unfilter(this.#row, this.#rowBefore, (samples * depth) / 8);
    this.#place();
    [this.#row, this.#rowBefore] = [this.#rowBefore, this.#row];
    this.#filled = 0;
    this.#y += this.#passes[0]![3];
    if (this.#y < height) return;
    this.#passes.shift();
    this.#beginPass();
  }

  #place(): void {
    const { width, depth, samples } = this.#header;
    const [x, , dx] = this.#passes[0]!;
    const { pixels } = this;
    const row = this.#row;
    const step = depth / 8;
    // Grey and alpha, or grey alone: all three values are the first sample.
    const [green, blue] = samples < 3 ? [0, 0] : [step, 2 * step];
    const [onward, next] = [dx * 3, samples * step];
    const end = (this.#y * width + width) * 3;
    let from = 1;
    for (let to = (this.#y * width + x) * 3; to < end; to += onward, from += next) {
      pixels[to] = row[from]!;
      pixels[to + 1] = row[from + green]!;
      pixels[to + 2] = row[from + blue]!;
    }
  }
}

/** In place, one sample of all pixels after the other; `step` is the bytes of a pixel. Left of a row all is 0. */
function unfilter(row: Uint8Array, above: Uint8Array, step: number): void {
  const filter = row[0]!;
  if (filter > 4)
    throw imageError("EncodingError", `the PNG has a filter of number ${filter}: it is damaged`);
  if (filter === 2) {
    for (let i = 1; i < row.length; i++) row[i]! += above[i]!;
    return;
  }
  const undo = UNDO[filter];
  if (undo) for (let first = 1; first <= step; first++) undo(row, above, first, step);
}

/** Every `step`-th byte from `first` on. What lies left is kept in variables: read again it takes twice as long. */
type Undo = (row: Uint8Array, above: Uint8Array, first: number, step: number) => void;

const UNDO: Record<number, Undo> = {
  1(row, _, first, step) {
    let left = 0;
    for (let i = first; i < row.length; i += step) row[i] = left = (row[i]! + left) & 0xff;
  },
  3(row, above, first, step) {
    let left = 0;
    for (let i = first; i < row.length; i += step) {
      row[i] = left = (row[i]! + ((left + above[i]!) >> 1)) & 0xff;
    }
  },
  4(row, above, first, step) {
    let left = 0;
    let aboveLeft = 0;
    for (let i = first; i < row.length; i += step) {
      const up = above[i]!;
      row[i] = left = (row[i]! + paeth(left, up, aboveLeft)) & 0xff;
      aboveLeft = up;
    }
  },
};

/** Of left, above and above left the one nearest to left + above - above left; left first, then above. */
function paeth(left: number, above: number, aboveLeft: number): number {
  const down = above - aboveLeft;
  const across = left - aboveLeft;
  const toLeft = Math.abs(down);
  const toAbove = Math.abs(across);
  const toBoth = Math.abs(down + across);
  if (toLeft <= toAbove && toLeft <= toBoth) return left;
  return toAbove <= toBoth ? above : aboveLeft;
}
