/** The request on the page to a call, and its answer to what is shown. */

import type { Instance, OutputValue } from "../../client/index.ts";
import { type Answer, call, loadClient } from "../serving/call.ts";
import { readCell } from "../values/cell.ts";
import { printout } from "../values/printout.ts";
import { type AddRequest, INPUTS, type Matrix, ROW_LENGTH } from "./tutorial.ts";

/** Number of cells that hold no element of their dtype. */
export function countFaults({ pairs }: AddRequest): number {
  const matrices = pairs.flatMap((pair) => INPUTS.map((name) => pair[name]));
  return matrices.reduce((sum, { cells, dtype }) => {
    return sum + cells.filter((text) => !("value" in readCell(text, dtype))).length;
  }, 0);
}

/** Sends all pairs in one call; every cell must be readable. */
export async function add({ method, pairs }: AddRequest, signal: AbortSignal): Promise<Answer> {
  const library = await loadClient().catch(() => undefined);
  if (!library) return { failure: { word: "codeMissing" } };
  const toTensor = ({ dtype, cells }: Matrix) => {
    const elements = cells.map(
      (text) => (readCell(text, dtype) as { value: number | bigint | boolean }).value,
    );
    return library.tensor(rowsOf(elements), dtype);
  };
  const instances = pairs.map(
    (pair): Instance => Object.fromEntries(INPUTS.map((name) => [name, toTensor(pair[name])])),
  );
  return call({ servable: "add", method, instances, signal });
}

function rowsOf<T>(elements: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let i = 0; i < elements.length; i += ROW_LENGTH) rows.push(elements.slice(i, i + ROW_LENGTH));
  return rows;
}

/** `y = array([[2., 2.], …`, as numpy prints it: a matrix with its rows under each other. */
export function outputText(name: string, value: OutputValue): string {
  const start = `${name} = `;
  return value instanceof Uint8Array ? `${start}${value.length} bytes` : printout(String(value), start);
}
