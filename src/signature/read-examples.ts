/** The examples of a method, checked against what its inputs and outputs are. */

import type { Place } from "./place.ts";
import type { ValueSignature } from "./signature.ts";

/** @param method whose inputs and outputs have been checked */
export function checkExamples(method: Place): void {
  const examples = method.at("examples");
  if (!examples.isThere) return;
  if (!Array.isArray(examples.value)) examples.fail("give a list of examples");
  (examples.value as unknown[]).forEach((_, i) => {
    const example = examples.at(i).only(["doc", "inputs", "outputs"]);
    example.at("doc").text();
    example.at("inputs").required("the inputs by name");
    for (const side of ["inputs", "outputs"]) checkSide(example.at(side), method.at(side));
  });
}

function checkSide(example: Place, declared: Place): void {
  for (const value of example.entries()) {
    const name = value.key;
    if (declared.isThere && !declared.at(name).isThere) value.fail(`${declared.path} has no such name`);
    checkExample(value, declared.at(name).value as ValueSignature | undefined);
  }
  if (!example.isThere) return;
  for (const value of declared.entries()) example.at(value.key).required("a value for it");
}

function checkExample(place: Place, declared: ValueSignature = {}): void {
  const { value } = place;
  const isBytes =
    typeof value === "object" && value !== null && typeof (value as { base64?: unknown }).base64 === "string";
  if (declared.kind === "bytes" || declared.kind === "image") {
    if (!isBytes) place.fail('give { "base64": "…" }');
  } else if (declared.kind === "string") {
    if (typeof value !== "string") place.fail("give a text");
  } else if (declared.kind === "tensor") {
    if (!Array.isArray(value)) place.fail("give its elements in nested lists");
  } else if (declared.kind === "scalar") {
    if (!isElement(value)) place.fail("give a number, boolean, or 64-bit integer as a text");
  }
  if (!isBytes && !isElements(value))
    place.fail('give a number, boolean, text, list of those or { "base64": "…" }');
}

function isElement(value: unknown): boolean {
  return ["number", "boolean", "string"].includes(typeof value);
}

function isElements(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isElements) : isElement(value);
}
