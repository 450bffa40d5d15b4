/**
 * What a worker checks of a model's inputs just before the run: the size in bytes, then the dtype; never the
 * shape. Source: worker/work_executor.cc and worker/predict_thread.cc, CheckPredictInput (protocol section 4).
 */

import { DTYPES, type DType, dtypeFromCode, sizeOf } from "../../tensor/index.ts";
import { MS_BYTES, MS_STRING, type TensorMessage } from "../../wire/index.ts";
import { bytesOf } from "../protocol/tensor-check.ts";

/** An input as the model file defines it. */
export interface ModelInput {
  dtype: DType;
  shape: readonly number[];
}

/**
 * The first input that does not fit, in Serving's words; `undefined` when all fit. A text or bytes have the size
 * 0, since their payload is not in `data`.
 */
export function checkModelInputs(
  tensors: readonly TensorMessage[],
  defined: readonly ModelInput[],
): string | undefined {
  for (const [i, { dtype, shape }] of defined.entries()) {
    const given = tensors[i]!;
    const size = bytesOf(given.data).length;
    const definedSize = sizeOf(shape) * DTYPES[dtype].itemSize;
    if (size !== definedSize) {
      return `Given model input ${i} size ${size} not match the size ${definedSize} defined in model`;
    }
    if (given.dtype !== DTYPES[dtype].code) {
      return `Given model input ${i} data type ${dtypeName(given.dtype)} not match the data type ${dtypeName(DTYPES[dtype].code)} defined in model`;
    }
  }
  return undefined;
}

/** `kMSI_Float32`: a dtype as Serving's C++ prints it. */
function dtypeName(code: number): string {
  const name =
    code === MS_STRING ? "string" : code === MS_BYTES ? "bytes" : (dtypeFromCode(code) ?? "unknown");
  return `kMSI_${name[0]!.toUpperCase()}${name.slice(1)}`;
}
