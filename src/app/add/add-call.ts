/** The request on the page to a call, and its answer to what is shown. */

import { type Tensor, tensor } from "../../tensor/index.ts";
import { readCell } from "../../ui/index.ts";
import { type Answer, call } from "../serving/call.ts";
import { type Matrix, rowCount } from "./matrix.ts";
import { type AddRequest, INPUTS, type Pair } from "./tutorial.ts";

/** Number of cells that hold no element of their dtype. */
export function countFaults({ pairs }: AddRequest): number {
  const matrices = pairs.flatMap((pair) => INPUTS.map((name) => pair[name]));
  return matrices.reduce((sum, { cells, dtype }) => {
    return sum + cells.filter((text) => !("value" in readCell(text, dtype))).length;
  }, 0);
}

/** Sends all pairs in one call; every cell must be readable. */
export function add(method: string, { pairs }: AddRequest, signal: AbortSignal): Promise<Answer> {
  return call({ servable: "add", method, instances: pairs.map(instanceOf), signal });
}

/** @throws TypeError for a cell that is not readable */
export function instanceOf(pair: Pair): Record<string, Tensor> {
  return Object.fromEntries(INPUTS.map((name) => [name, tensorOf(pair[name])]));
}

function tensorOf(matrix: Matrix): Tensor {
  const { dtype, columns, cells } = matrix;
  const elements = cells.map((text) => (readCell(text, dtype) as { value: number | bigint | boolean }).value);
  return tensor(elements, dtype, [rowCount(matrix), columns]);
}
