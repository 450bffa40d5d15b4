/** Outputs that are no labels, as they stand in a file of results. */

import type { OutputValue } from "../../../client/index.ts";
import { formatShape } from "../../../tensor/index.ts";
import { shortOutput } from "../../../ui/index.ts";
import { jsonText } from "../../viewer/copy-text.ts";

/** Tensors of more elements are told by dtype and shape: the playground gives a file of one. */
const MAX_ELEMENTS = 1000;

/** As JSON: nested lists; integers beyond 2^53 as texts, bytes that are no text as their number. */
export function jsonOutput(value: OutputValue): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Uint8Array) return shortOutput(value);
  if (Array.isArray(value)) return value.map(jsonOutput);
  if (typeof value !== "object") return value;
  if (value.size > MAX_ELEMENTS) return `${value.dtype} ${formatShape(value.shape)}`;
  return JSON.parse(jsonText(value));
}

/** In a table: a number or text as it is, a tensor of one element as that, any other one as JSON. */
export function tableOutput(value: OutputValue): string | number {
  const plain = jsonOutput(value);
  const [only] = [plain].flat(Number.POSITIVE_INFINITY);
  const isOne = typeof value === "object" && "dtype" in value && value.size === 1;
  const told = isOne ? only : plain;
  return typeof told === "number" || typeof told === "string" ? told : JSON.stringify(told);
}
