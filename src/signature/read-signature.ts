/** A signature from a JSON document, checked: each mistake is told with its place and what to write instead. */

import { describe, isDType } from "../tensor/index.ts";
import { Place } from "./place.ts";
import { checkExamples } from "./read-examples.ts";
import type { Signature, ValueKind } from "./signature.ts";

const DTYPE_LIST = "bool, int8 to int64, uint8 to uint64, float16, float32 or float64";
const KINDS: readonly ValueKind[] = ["tensor", "scalar", "string", "bytes", "image"];

/**
 * Reads a signature.
 *
 * @param given the document's text, or what `JSON.parse` made of it
 * @throws TypeError that names the place, such as `methods.add_common.inputs.x1.dtype`, what stands there, and what is
 *   expected
 */
export function readSignature(given: unknown): Signature {
  const root = new Place("the signature", typeof given === "string" ? parse(given) : given);
  root.only(["$schema", "signature", "servable", "doc", "methods"]);
  const version = root.at("signature");
  if (version.value !== 1) version.fail("write 1, the version of this format");
  root.at("servable").name("the servable's name");
  root.at("$schema").text();
  root.at("doc").text();
  for (const method of root.at("methods").required("an object of methods by name").entries()) {
    method.only(["doc", "inputs", "outputs", "examples"]);
    method.at("doc").text();
    for (const side of ["inputs", "outputs"]) {
      for (const value of method.at(side).entries()) checkValue(value);
    }
    checkExamples(method);
  }
  return root.value as Signature;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TypeError(`the signature is no valid JSON: ${(error as Error).message}`);
  }
}

function checkValue(place: Place): void {
  place.only(["kind", "dtype", "shape", "labels", "doc"]);
  checkLabels(place);
  place.at("doc").text();
  const [kind, dtype, shape] = [place.at("kind"), place.at("dtype"), place.at("shape")];
  if (kind.isThere && !KINDS.includes(kind.value as ValueKind)) {
    kind.fail("write tensor, scalar, string, bytes or image, or leave it out");
  }
  if (dtype.isThere && !isDType(dtype.value)) dtype.fail(`write ${DTYPE_LIST}, or leave it out`);
  const isNumeric = !kind.isThere || kind.value === "tensor" || kind.value === "scalar";
  if (dtype.isThere && !isNumeric) dtype.fail(`leave it out: ${describe(kind.value)} has none`);
  if (!shape.isThere) return;
  if (kind.isThere && kind.value !== "tensor") shape.fail("leave it out: only a tensor has one");
  if (!Array.isArray(shape.value) || !shape.value.every(isDimension)) {
    shape.fail("write a list of dimensions such as [3, 224, 224], with null for one that is not known");
  }
}

function checkLabels(place: Place): void {
  const labels = place.at("labels");
  if (!labels.isThere) return;
  const kind = place.at("kind");
  const isText = kind.isThere
    ? kind.value === "string"
    : !place.at("dtype").isThere && !place.at("shape").isThere;
  if (!isText) labels.fail("leave it out: only a text has labels");
  const given = labels.value;
  const areLabels = Array.isArray(given) && given.every((label) => typeof label === "string" && label !== "");
  if (!areLabels || new Set(given).size < given.length)
    labels.fail('write a list of texts, each once, such as ["tench", "goldfish"]');
}

function isDimension(dimension: unknown): boolean {
  return dimension === null || (Number.isSafeInteger(dimension) && (dimension as number) >= 0);
}
