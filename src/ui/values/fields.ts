/** A pasted or typed text as it is read before any dtype is known: the texts of its elements, and their shape. */

import type { CellFault } from "./cell.ts";

/** Counted from 1, within the line where there are several. */
export interface Place {
  line?: number;
  element: number;
}

export interface Fields {
  /** In row-major order; empty where nothing stands between two separators. */
  texts: readonly string[];
  shape: readonly number[];
  /** What a printout says of its dtype. */
  printed?: string | undefined;
  placeOf(index: number): Place;
}

export type FieldsFault =
  | { fault: "noValues" }
  | { fault: "brackets" }
  | { fault: "ragged"; row: number; has: number; expected: number }
  | { fault: "sizes"; has: number; shape: string }
  | { fault: "cell"; index: number; place: Place; cell: CellFault };
