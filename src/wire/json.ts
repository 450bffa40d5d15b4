/** Outputs to JSON and back, without losing any of them. */

import { flatten, isDType, jsonElement, Scalar, Tensor, tensor } from "../tensor/index.ts";

/** What JSON has no value for is an object of one field, its kind: `{ bytes: "…base64" }`, `{ bigint: "5" }`. */
function jsonOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (ArrayBuffer.isView(value)) return { bytes: toBase64(value as Uint8Array) };
  if (typeof value === "object") return value;
  const element = jsonElement(value as number);
  return typeof element === typeof value ? value : { [typeof value]: element };
}

/** Fields of the objects that {@link jsonReviver} reads as one value. */
const VALUES = ["bytes", "bigint", "number", "dtype,value", "data,dtype,shape"];

/** One of each. */
const TELLING = new Set(["bytes", "bigint", "number", "value", "data"]);

/** Beside the outputs in JSON where they have just such names. An output of this name leaves no room for a `toJSON`. */
const MARK = { toJSON: "outputs" };

const fieldsOf = (value: object) => Object.keys(value).sort().join();

/** Whether `JSON.stringify` writes an output by itself, with nothing lost. */
export function isPlainInJson(name: string, value: unknown): boolean {
  if (TELLING.has(name)) return false;
  if (typeof value === "object") return value instanceof Tensor;
  return typeof value === "string" || jsonElement(value as number) === value;
}

function jsonOfOutputs(this: object): object {
  // MobX makes a field of `toJSON`.
  const outputs = Object.entries(this).filter(([, value]) => typeof value !== "function");
  const json = Object.fromEntries(outputs.map(([name, value]) => [name, jsonOf(value)]));
  return VALUES.includes(fieldsOf(json)) ? { ...json, ...MARK } : json;
}

/** Gives outputs the `toJSON` that loses nothing. */
export function writesOutputs<T extends object>(outputs: T): T {
  return Object.defineProperty(outputs, "toJSON", { value: jsonOfOutputs });
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
  const { dtype, shape, data, value: one, bytes, bigint, number, toJSON } = value as Record<string, string>;
  const isText = (given: unknown) => typeof given === "string";
  const parse = (element: unknown) => {
    if (!isText(element)) return element;
    return dtype!.includes("int") ? BigInt(element) : Number(element);
  };
  const fields = fieldsOf(value);
  if (fields === "data,dtype,shape" && isDType(dtype)) {
    return tensor(flatten(data).elements.map(parse) as number[], dtype, shape as unknown as number[]);
  }
  if (fields === "dtype,value" && isDType(dtype)) return new Scalar(dtype, parse(one) as number);
  if (fields === "bytes" && isText(bytes)) return Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
  if (fields === "bigint" && isText(bigint)) return BigInt(bigint);
  if (fields === "number" && isText(number)) return Number(number);
  if (toJSON === MARK.toJSON) {
    const { toJSON: _, ...outputs } = value as Record<string, unknown>;
    if (VALUES.includes(fieldsOf(outputs))) return writesOutputs(outputs);
  }
  return value;
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
