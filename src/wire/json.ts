/** Outputs to JSON and back, without losing any of them. */

import { flatten, isDType, jsonElement, Scalar, Tensor, tensor } from "../tensor/index.ts";

/** What JSON has no value for is an object of one field, its kind: `{ bytes: "…base64" }`, `{ bigint: "5" }`. */
function jsonOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (ArrayBuffer.isView(value)) return { bytes: toBase64(value as Uint8Array) };
  // MobX makes a field of `toJSON`.
  if (typeof value === "object" || typeof value === "function") return value;
  const element = jsonElement(value as number);
  return typeof element === typeof value ? value : { [typeof value]: element };
}

/** Whether `JSON.stringify` writes an output by itself, with nothing lost. */
export function isPlainInJson(value: unknown): boolean {
  if (typeof value === "object") return value instanceof Tensor;
  return typeof value === "string" || jsonElement(value as number) === value;
}

/** The `toJSON` of an instance's outputs. */
export function jsonOfOutputs(this: object): object {
  return Object.fromEntries(Object.entries(this).map(([name, value]) => [name, jsonOf(value)]));
}

/**
 * Reads what `JSON.stringify` wrote of outcomes, tensors and typed scalars, each as it was:
 * `JSON.parse(text, jsonReviver)`.
 *
 * | in JSON | is |
 * |---|---|
 * | `{ "dtype": "int64", "shape": [2], "data": ["1", "2"] }` | a {@link Tensor} |
 * | `{ "dtype": "int64", "value": "1" }` | a {@link Scalar} |
 * | `{ "bytes": "/9j/4A==" }` | bytes, in base64 |
 * | `{ "bigint": "1" }` | a bigint |
 * | `{ "number": "NaN" }` | NaN, an infinity, or -0 |
 *
 * @throws TypeError, RangeError or SyntaxError for such an object with other content
 */
export function jsonReviver(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { dtype, shape, data, value: one, bytes, bigint, number } = value as Record<string, string>;
  const isText = (given: unknown) => typeof given === "string";
  const parse = (element: unknown) => {
    if (!isText(element)) return element;
    return dtype!.includes("int") ? BigInt(element) : Number(element);
  };
  const fields = Object.keys(value).sort().join();
  if (fields === "data,dtype,shape" && isDType(dtype)) {
    return tensor(flatten(data).elements.map(parse) as number[], dtype, shape as unknown as number[]);
  }
  if (fields === "dtype,value" && isDType(dtype)) return new Scalar(dtype, parse(one) as number);
  if (fields === "bytes" && isText(bytes)) return Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
  if (fields === "bigint" && isText(bigint)) return BigInt(bigint);
  return fields === "number" && isText(number) ? Number(number) : value;
}

/** As many at a time as a call takes arguments everywhere. */
const PIECE = 0x2000;

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += PIECE) {
    text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  }
  return btoa(text);
}
