/** The TypeScript type of an input or output. */

import type { ValueSignature } from "../signature/index.ts";
import type { Imports } from "./imports.ts";

export function inputType({ kind, dtype, shape }: ValueSignature, imports: Imports): string {
  const of = (name: string) => {
    imports.signature.add(name);
    return dtype ? `${name}<"${dtype}">` : name;
  };
  if (kind === "string") return "string";
  if (kind === "bytes") return of("BytesInput");
  if (kind === "image") return of("ImageInput");
  if (kind === "scalar" || shape?.length === 0) return of("ScalarInput");
  if (kind === "tensor" || shape) {
    // A typed array has one dimension.
    if (shape === undefined || shape.length === 1) return of("TensorInput");
    imports.client.add("Tensor");
    return dtype ? `Tensor<"${dtype}">` : "Tensor";
  }
  if (dtype) return of("NumericInput");
  imports.client.add("InputValue");
  return "InputValue";
}

export function outputType({ kind, dtype, shape }: ValueSignature, imports: Imports): string {
  const of = (name: string) => {
    imports.client.add(name);
    return dtype ? `${name}<"${dtype}">` : name;
  };
  if (kind === "string") return "string";
  if (kind === "bytes" || kind === "image") {
    imports.client.add("Bytes");
    return "Bytes";
  }
  if (kind === "scalar" || shape?.length === 0) return of("Element");
  if (kind === "tensor" || shape) return of("Tensor");
  if (dtype) {
    imports.signature.add("NumericOutput");
    return `NumericOutput<"${dtype}">`;
  }
  return of("OutputValue");
}
