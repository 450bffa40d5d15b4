/** Models of two 2×2 matrices. Batch dimension off: every instance is a model run. */

import type { Model } from "../method/model-run.ts";
import { addInModel, subtractInModel } from "../python/float32.ts";

const MATRIX = { dtype: "float32", shape: [2, 2] } as const;

/** float32 (2, 2), float32 (2, 2) → their sum. */
export const additionModel: Model = {
  file: "tensor_add.mindir",
  inputs: [MATRIX, MATRIX],
  output: MATRIX.shape,
  run: addInModel,
};

/** float32 (2, 2), float32 (2, 2) → the first less the second. */
export const subtractionModel: Model = {
  file: "tensor_sub.mindir",
  inputs: [MATRIX, MATRIX],
  output: MATRIX.shape,
  run: subtractInModel,
};
