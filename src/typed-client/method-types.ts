/** The TypeScript types of what a method takes and gives. */

import type { MethodSignature, ValueSignature } from "../signature/index.ts";
import { docComment } from "./doc-comment.ts";
import type { Imports } from "./imports.ts";
import { propertyName } from "./names.ts";
import { inputType, outputType } from "./value-type.ts";

/**
 * @param method its name of Serving's
 * @param names of the two types
 * @param imports takes the names that the types need
 */
export function methodTypes(
  method: string,
  { inputs, outputs }: MethodSignature,
  names: { input: string; output: string },
  imports: Imports,
): string {
  return [
    valuesType(`What \`${method}\` takes.`, names.input, inputs, "Instance", inputType, imports),
    valuesType(`What \`${method}\` gives.`, names.output, outputs, "Outputs", outputType, imports),
  ].join("");
}

/** @param unknown stands for values of which nothing is known */
function valuesType(
  doc: string,
  name: string,
  values: MethodSignature["inputs"],
  unknown: "Instance" | "Outputs",
  typeOf: (value: ValueSignature, imports: Imports) => string,
  imports: Imports,
): string {
  const comment = docComment(doc, "");
  if (!values) {
    imports.client.add(unknown);
    return `${comment}export type ${name} = ${unknown};\n\n`;
  }
  const fields = Object.entries(values).map(([field, value]) => {
    return `${docComment(aboutOf(value), "  ")}  ${propertyName(field)}: ${typeOf(value, imports)};\n`;
  });
  // `{}` would be any value.
  const type = fields.length === 0 ? "Record<string, never>" : `{\n${fields.join("")}}`;
  return `${comment}export type ${name} = ${type};\n\n`;
}

/** What the type does not say. */
function aboutOf({ doc, shape }: ValueSignature): string {
  const dims = shape && shape.length > 0 ? `Shape (${shape.map((dim) => dim ?? "?").join(", ")}).` : "";
  return [doc, dims].filter(Boolean).join("\n");
}
