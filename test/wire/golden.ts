/**
 * The recorded vectors: messages of real Serving clients and servers of releases 1.1 and 1.3 in golden.json, requests of
 * the client of release 2.0 in golden-2.0.json, and what the server of release 2.0 answered in golden-2.0-replies.json.
 */

import type { DType } from "../../src/tensor/dtype-data.ts";
import { Scalar } from "../../src/tensor/scalar.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import type { InputValue } from "../../src/wire/input.ts";
import { fromBase64 } from "../setup/bytes.ts";
import text from "./golden.json?raw";
import text2_0 from "./golden-2.0.json?raw";
import replies2_0 from "./golden-2.0-replies.json?raw";

export { fromHex as hexToBytes } from "../setup/bytes.ts";

interface PythonArray {
  py: "numpy.ndarray" | "numpy scalar";
  dtype: DType;
  shape: number[];
  values: (number | string | boolean)[];
}

type PythonInput =
  | PythonArray
  | { py: "int"; value: number | string }
  | { py: "float"; value: number }
  | { py: "bool"; value: boolean }
  | { py: "str"; string: string }
  | { py: "bytes"; base64: string };

export interface GoldenTensor {
  dtype_number: number;
  shape: number[];
  has_shape: boolean;
  /** Whether `data` is there, which may be empty; not told of releases 1.1 and 1.3. */
  has_data?: boolean;
  data_base64?: string;
  bytes_val_base64?: string[];
}

export interface GoldenEntry {
  id: string;
  name: string;
  release: "r1.1" | "r1.3" | "r2.0";
  kind: "request" | "reply";
  source: string;
  hex: string;
  servable_spec: { name: string; method_name: string; version_number: string };
  client_input: Record<string, PythonInput>[];
  message: { instances: Record<string, GoldenTensor>[] };
  python_client_result?: unknown;
  request_hex?: string;
  instances_field_number?: 2 | 3;
}

const golden = JSON.parse(text) as {
  entries: GoldenEntry[];
};

const firstRequests = golden.entries.filter(({ kind }) => kind === "request");

/** What the client of 2.0 was given is what that of 1.3 was given under the same name. */
const requests2_0 = (JSON.parse(text2_0) as GoldenEntry[]).map((entry) => ({
  ...firstRequests.find(({ release, name }) => release === "r1.3" && name === entry.name)!,
  ...entry,
}));

export const requests = [...firstRequests, ...requests2_0];

/** Calls of a real server of release 2.0, in the order that they were made; without `hex` where a status ended one. */
export const calls2_0 = JSON.parse(replies2_0) as {
  name: string;
  request_hex: string;
  hex?: string;
  python_client_result?: unknown;
  /** Code and details. */
  status?: string;
}[];

export type GoldenReply = Pick<
  GoldenEntry,
  "id" | "name" | "release" | "source" | "hex" | "python_client_result" | "request_hex"
>;

export const replies: readonly GoldenReply[] = [
  ...golden.entries.filter(({ kind }) => kind === "reply"),
  ...calls2_0
    .filter((call) => call.hex !== undefined)
    .map((call) => ({
      ...call,
      id: `r2.0/${call.name}`,
      release: "r2.0" as const,
      source: "MindSpore Serving 2.0.2",
      hex: call.hex!,
    })),
];

/** Infinities, NaN, -0 and integers beyond 2^53 are written as strings. */
export function toElement(value: number | string | boolean, dtype: DType): number | bigint | boolean {
  if (dtype === "int64" || dtype === "uint64") return BigInt(value);
  return typeof value === "string" ? Number(value) : value;
}

/** What a page gives to `infer` for what the Python client was given. */
export function toInput(input: PythonInput): InputValue {
  switch (input.py) {
    case "numpy.ndarray": {
      const elements = input.values.map((value) => toElement(value, input.dtype));
      return tensor(elements, input.dtype, input.shape);
    }
    case "numpy scalar":
      return new Scalar(input.dtype, toElement(input.values[0]!, input.dtype) as never);
    case "int":
      return BigInt(input.value);
    case "float":
      // A bare JavaScript number is float32: Python's bare float is said as a float64 of shape (1,).
      return tensor([input.value], "float64");
    case "bool":
      return input.value;
    case "str":
      return input.string;
    case "bytes":
      return fromBase64(input.base64);
  }
}
