/** The tutorial's example: three pairs of 2×2 matrices, as somebody may have edited them. */

import type { Matrix } from "./matrix.ts";

/** The methods on offer. */
export const METHODS = ["add_common", "add_cast"] as const;

/** The tutorial's own example of a method that does not exist. */
export const MISSING_METHOD = "add_common2";

export type Method = (typeof METHODS)[number];

export const INPUTS = ["x1", "x2"] as const;

export type InputName = (typeof INPUTS)[number];

export type Pair = Readonly<Record<InputName, Matrix>>;

export interface AddRequest {
  readonly method: Method;
  readonly pairs: readonly Pair[];
}

const filled = (text: string): Matrix => ({ dtype: "float32", columns: 2, cells: [text, text, text, text] });

/** The tutorial's instance of this number: 2×2 matrices of it. */
const pairOf = (number: number): Pair => ({ x1: filled(String(number)), x2: filled(String(number)) });

export const TUTORIAL: AddRequest = { method: "add_common", pairs: [1, 2, 3].map(pairOf) };

/** The request with one instance more. */
export function withPair(request: AddRequest): AddRequest {
  return { ...request, pairs: [...request.pairs, pairOf(request.pairs.length + 1)] };
}

export function withoutPair(request: AddRequest, index: number): AddRequest {
  return { ...request, pairs: request.pairs.filter((_, i) => i !== index) };
}

/** The request with another matrix in one place. */
export function withMatrix(request: AddRequest, index: number, name: InputName, matrix: Matrix): AddRequest {
  const pairs = request.pairs.map((pair, i) => (i === index ? { ...pair, [name]: matrix } : pair));
  return { ...request, pairs };
}
