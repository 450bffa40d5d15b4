/** The digit model's weights, which src/serving/models/train_digits.py has written. */

import { readFileSync } from "node:fs";

/** Values in row-major order; a convolution's shape is (out, in, 3, 3), a dense layer's (out, in). */
export type DigitWeights = Record<string, { shape: number[]; values: number[] }>;

export function digitWeights(): DigitWeights {
  return JSON.parse(readFileSync(new URL("./digits.json", import.meta.url), "utf8"));
}
