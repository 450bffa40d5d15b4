/** Instances as short, plain objects. */

import type { InstanceMessage, JsonElement } from "../../client/index.ts";
import { isBlob, jsonElement, Tensor } from "../../tensor/index.ts";
import { type InspectedValue, inspectedValue } from "./inspected-value.ts";

const ELEMENTS = 64;
const BYTES = 16;
const CHARACTERS = 400;

/** Names and values, of large ones the first part: as JSON has them. */
export function brief(instance: InstanceMessage): object {
  return Object.fromEntries(
    [...instance].map(([name, message]) => [name, briefValue(inspectedValue(message))]),
  );
}

function briefValue(value: InspectedValue): unknown {
  if (Array.isArray(value)) return value.slice(0, ELEMENTS).map(briefValue);
  if (value instanceof Tensor) return briefTensor(value);
  if (typeof value === "string") {
    return value.length > CHARACTERS ? `${value.slice(0, CHARACTERS)}… (${value.length} characters)` : value;
  }
  if (isBlob(value)) return `${"name" in value ? `file ${String(value.name)}` : "Blob"}, ${value.size} bytes`;
  const head = Array.from(value.subarray(0, BYTES), (byte) => byte.toString(16).padStart(2, "0"));
  return `${value.length} bytes: ${head.join(" ")}${value.length > BYTES ? " …" : ""}`;
}

function briefTensor({ dtype, shape, data, size }: Tensor): object {
  const elements: JsonElement[] = [];
  for (let i = 0; i < Math.min(size, ELEMENTS); i++) elements.push(jsonElement(data[i]!));
  return { dtype, shape, data: elements, ...(size > ELEMENTS && { elements: size }) };
}
