/** A method's inputs: given by the page, or learned from its signature or the server. */

import type { DType } from "../../client/index.ts";
import { DTYPE_NAMES, type InputKind, KINDS } from "../../ui/index.ts";

/** One input, as the attribute `inputs` lists them. */
export interface InputSpec {
  name: string;
  /** Left out, the reader chooses. An image is bytes, of a file that is a picture. */
  kind?: InputKind | "image";
  /** Of a tensor or scalar; left out, the reader chooses, beginning with float32. */
  dtype?: DType;
  /** Of a tensor; `null` is any size. Left out, it is as the value is nested. */
  shape?: readonly (number | null)[];
  /** What it means, for the reader. */
  doc?: string;
  /** To begin with: nested arrays, a number, a text. */
  value?: unknown;
}

/** An input on the page, and what the reader made of it so far. Never changed in place. */
export interface Field {
  readonly spec: InputSpec;
  readonly kind: InputKind;
  readonly dtype: DType;
  /** As the reader wrote it; of bytes unused. */
  readonly text: string;
  /** Of bytes. */
  readonly file: Blob | undefined;
}

export function fieldOf(spec: InputSpec): Field {
  const { value } = spec;
  const kind = kindOf(spec);
  const text = kind === "string" && typeof value === "string" ? value : textOf(value);
  return {
    spec,
    kind,
    dtype: spec.dtype ?? "float32",
    text,
    file: value instanceof Blob ? value : undefined,
  };
}

function kindOf({ name, kind, dtype, shape }: InputSpec): InputKind {
  if (kind) return kind === "image" ? "bytes" : kind;
  return looksLikeFile(name) && !dtype && !shape ? "bytes" : "tensor";
}

/**
 * The attribute's or property's value, checked.
 * @throws TypeError that says what is wrong and how to fix it
 */
export function readSpecs(given: unknown): InputSpec[] {
  const list = typeof given === "string" ? parse(given) : given;
  if (!Array.isArray(list)) throw misfit('a list such as [{"name": "x1", "dtype": "float32"}]');
  return list.map((spec: Partial<InputSpec> | null, i) => {
    const { name, kind, dtype, shape, doc } = spec ?? {};
    if (typeof name !== "string" || name === "") throw misfit(`a name for input ${i}`);
    if (kind !== undefined && !ALL_KINDS.includes(kind)) {
      throw misfit(`${name} a kind of ${ALL_KINDS.join(", ")}`);
    }
    if (dtype !== undefined && !DTYPE_NAMES.includes(dtype)) {
      throw misfit(`${name} a dtype of ${DTYPE_NAMES.join(", ")}`);
    }
    if (
      shape !== undefined &&
      !(Array.isArray(shape) && shape.every((dim) => dim === null || (Number.isInteger(dim) && dim >= 0)))
    ) {
      throw misfit(`${name} a shape such as [2, 2], with null for any size`);
    }
    if (doc !== undefined && typeof doc !== "string") throw misfit(`${name} a doc that is a text`);
    return spec as InputSpec;
  });
}

const ALL_KINDS: readonly string[] = [...KINDS, "image"];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TypeError(`inputs is not valid JSON: ${(error as Error).message}`);
  }
}

function misfit(wanted: string): TypeError {
  return new TypeError(`inputs can't be read: give ${wanted}`);
}

/** By its name only: a guess to begin with, where nothing tells the kind. */
function looksLikeFile(name: string): boolean {
  return /image|img|photo|picture|file|bytes/i.test(name);
}

/** A matrix has its rows under each other, as numpy prints them. */
function textOf(value: unknown, depth = 1): string {
  if (value === undefined || value === null || value instanceof Blob) return "";
  if (!Array.isArray(value)) return String(value);
  const rows = value.map((row) => textOf(row, depth + 1));
  return `[${rows.join(value.some(Array.isArray) ? `,\n${" ".repeat(depth)}` : ", ")}]`;
}
