/** Models of a servable: float32 in, one float32 array out. */

import type { TensorMessage } from "../../wire/index.ts";
import { bytesOf } from "../protocol/tensor-check.ts";
import { PythonError } from "../python/python-error.ts";
import { float32Array, fromPython, type NumpyArray, type PythonInput } from "../python/python-value.ts";
import { checkModelInputs, type ModelInput } from "./model-input.ts";

export interface Model {
  /** Name of its file, by which Serving tells models apart. */
  readonly file: string;
  /** Of one instance: without the batch dimension. */
  readonly inputs: readonly ModelInput[];
  /** Shape of its output for one instance. */
  readonly output: readonly number[];
  run(...inputs: Float32Array[]): Float32Array;
}

/** One instance. @returns its output, or Serving's words for why the inputs don't fit */
export function runModel(model: Model, tensors: readonly TensorMessage[]): NumpyArray | string {
  const complaint = checkModelInputs(tensors, model.inputs);
  return complaint ?? float32Array(model.run(...tensors.map(float32Of)), model.output);
}

/**
 * `model.call(…)` inside of a function.
 * @throws PythonError when an input does not fit
 */
export function callInside(model: Model, ...inputs: PythonInput[]): NumpyArray {
  const result = runModel(model, inputs.map(fromPython));
  if (typeof result === "string") throw new PythonError(`Model(${model.file}).call() failed: ${result}`);
  return result;
}

/** A copy: a view of the request may lie at any address, which typed arrays refuse. */
export function float32Of({ data }: Pick<TensorMessage, "data">): Float32Array {
  return new Float32Array(new Uint8Array(bytesOf(data)).buffer);
}
