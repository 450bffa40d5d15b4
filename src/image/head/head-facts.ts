/** What the readers of the formats' heads tell. */

import type { Orientation } from "./exif.ts";

/** Size in pixels as stored, before the orientation is applied. */
export interface StoredSize {
  width: number;
  height: number;
}

/** A part of a file, in bytes from its beginning: left out, or replaced by `bytes`. */
export interface Edit {
  from: number;
  to: number;
  bytes?: Uint8Array<ArrayBuffer>;
}

export interface HeadFacts {
  orientation: Orientation;
  /** `undefined` where the format's head is not read here, or is broken. */
  size: StoredSize | undefined;
  /** Whether pixels may be transparent, by what the head says. */
  mayBeTransparent: boolean;
  /** What tells a decoder to turn the picture, in the order of the file. */
  turning: readonly Edit[];
  /** What tells a decoder to change the stored colours, in the order of the file: a profile, gamma, … */
  colouring: readonly Edit[];
  /** What tells a decoder that pixels are transparent, where that stands apart from them: PNG's tRNS. */
  transparency: readonly Edit[];
}

/** Of a format whose head is not read. */
export const NO_FACTS: HeadFacts = {
  orientation: 1,
  size: undefined,
  mayBeTransparent: false,
  turning: [],
  colouring: [],
  transparency: [],
};
