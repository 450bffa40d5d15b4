/** An instance as the fields of `<serving-method>`, with its values typed in. */

import type { InputValue, Instance } from "../../client/index.ts";
import type { InputSpec } from "../../elements/index.ts";
import type { MethodSignature, ValueSignature } from "../../signature/index.ts";
import { WRITTEN_ELEMENTS } from "./code-request.ts";
import { isScalar, isTensor, type Nested, nestedText, numberText } from "./code-value.ts";

/**
 * @param signature tells more of them than their values do
 * @returns `undefined` when one of the values can't be typed: bytes that are no file, many elements or none
 */
export function inputSpecs(
  instance: Instance,
  { inputs = {} }: MethodSignature = {},
): InputSpec[] | undefined {
  const specs = Object.entries(instance).map(([name, value]) => {
    const spec = specOf(value);
    const known = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    return spec && { name, ...spec, ...(known && signedSpec(spec, known)) };
  });
  return specs.every((spec) => spec !== undefined) ? specs : undefined;
}

type Spec = Omit<InputSpec, "name">;

/** What the value does not say. */
function signedSpec({ kind }: Spec, { kind: told, doc }: ValueSignature): Partial<Spec> {
  return {
    ...(kind === "bytes" && told === "image" && { kind: told }),
    ...(doc !== undefined && { doc }),
  };
}

function specOf(value: InputValue): Spec | undefined {
  if (value instanceof Blob) return { kind: "bytes" };
  if (typeof value === "string") return { kind: "string", value };
  if (isScalar(value)) return { kind: "scalar", dtype: value.dtype, value: elementText(value.value) };
  if (isTensor(value)) {
    const { dtype, shape, size } = value;
    if (size === 0 || size > WRITTEN_ELEMENTS) return undefined;
    const text = nestedText(value.toArray() as Nested, elementText);
    // Brackets don't tell a shape without dimensions.
    return { kind: "tensor", dtype, ...(shape.length === 0 && { shape: [] }), value: text };
  }
  if (typeof value === "number") return { kind: "tensor", dtype: "float32", value: elementText(value) };
  if (typeof value === "boolean") return { kind: "tensor", dtype: "bool", value: String(value) };
  if (typeof value === "bigint")
    return { kind: "tensor", dtype: value >= 2n ** 63n ? "uint64" : "int64", value: String(value) };
  return undefined;
}

/** As the element's fields are read: every digit of 64 bits, `inf` and `nan` too. */
function elementText(element: number | bigint | boolean): string {
  return typeof element === "number" ? numberText(element, "inf", "nan") : String(element);
}
