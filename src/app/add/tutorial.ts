/** The tutorial's example: three pairs of 2×2 matrices, as somebody may have edited them. */

import type { DType } from "../../client/index.ts";

/** The methods on offer; the last is the tutorial's own example of one that does not exist. */
export const METHODS = ["add_common", "add_cast", "add_common2"] as const;

export type Method = (typeof METHODS)[number];

export const INPUTS = ["x1", "x2"] as const;

export type InputName = (typeof INPUTS)[number];

/** A matrix as it is written: texts in row-major order, two in a row. */
export interface Matrix {
  readonly dtype: DType;
  readonly cells: readonly string[];
}

export type Pair = Readonly<Record<InputName, Matrix>>;

export interface AddRequest {
  readonly method: Method;
  readonly pairs: readonly Pair[];
}

export const ROW_LENGTH = 2;

const filled = (text: string): Matrix => ({ dtype: "float32", cells: [text, text, text, text] });

export const TUTORIAL: AddRequest = {
  method: "add_common",
  pairs: ["1", "2", "3"].map((text) => ({ x1: filled(text), x2: filled(text) })),
};

/** The request with another matrix in one place. */
export function withMatrix(request: AddRequest, index: number, name: InputName, matrix: Matrix): AddRequest {
  const pairs = request.pairs.map((pair, i) => (i === index ? { ...pair, [name]: matrix } : pair));
  return { ...request, pairs };
}
