/** What is written as the JSON that json-request.ts reads. */

import { nestText, readCell, readNested, readShape } from "../../../ui/index.ts";
import type { Draft, DraftInstance } from "./draft.ts";
import { readHex } from "./hex.ts";

/** For the eye, one input a line; a file is there by its name only, a tensor without values as `[]`. */
export function jsonOfDrafts(instances: readonly DraftInstance[]): string {
  return `{\n  "instances": ${instancesText(instances, valueOrNone, "  ")}\n}`;
}

/**
 * All of it, to be read again as the same: what is no value yet is there as it is written.
 * @param contents of files, in base64; others are there by name and size
 * @param indent before each line
 */
export function wholeJson(
  instances: readonly DraftInstance[],
  indent = "",
  contents: ReadonlyMap<unknown, string> = new Map(),
): string {
  return instancesText(instances, (draft) => valueText(draft) ?? asWritten(draft, contents), indent);
}

/** {@link wholeJson} in as few characters as there can be. */
export function compactJson(instances: readonly DraftInstance[]): string {
  const value = (draft: Draft) =>
    (draft.kind === "tensor" ? valueText(draft)?.replaceAll(", ", ",") : valueText(draft)) ??
    asWritten(draft);
  const texts = instances.map((instance) =>
    instance.map((draft) => `${JSON.stringify(draft.name)}:${value(draft)}`).join(),
  );
  return `[${texts.map((text) => `{${text}}`).join()}]`;
}

/** The name that two inputs of an instance have: JSON would keep one of them. */
export function nameTwice(instances: readonly DraftInstance[]): string | undefined {
  const names = instances.map((instance) => instance.map(({ name }) => name));
  return names.flatMap((all) => all.filter((name, i) => all.indexOf(name) < i))[0];
}

function instancesText(
  instances: readonly DraftInstance[],
  value: (draft: Draft) => string,
  indent: string,
): string {
  const texts = instances.map((instance) => {
    const inputs = instance.map((draft) => `${indent}    ${JSON.stringify(draft.name)}: ${value(draft)}`);
    return `${indent}  {\n${inputs.join(",\n")}\n${indent}  }`;
  });
  return `[\n${texts.join(",\n")}\n${indent}]`;
}

/** The value that is written; `undefined` where there is none, or a file. */
function valueText(draft: Draft): string | undefined {
  const { kind, dtype, shape, text, file } = draft;
  const isValue = {
    tensor: () => !("fault" in readNested(text, dtype)) && readShape(shape) !== undefined,
    scalar: () => "value" in readCell(text, dtype),
    string: () => true,
    bytes: () => readHex(text) !== undefined,
  };
  return !file && isValue[kind]() ? valueOrNone(draft) : undefined;
}

/** With nothing, or the text, in the place of what is no value. */
function valueOrNone({ kind, dtype, shape, text, file }: Draft): string {
  if (file) return JSON.stringify({ file: file.name });
  switch (kind) {
    case "string":
      return JSON.stringify(text);
    case "bytes": {
      const chars = Array.from(readHex(text) ?? [], (byte) => String.fromCharCode(byte));
      return JSON.stringify({ b64: btoa(chars.join("")) });
    }
    case "scalar": {
      const cell = readCell(text, dtype);
      return `{"value": ${"value" in cell ? elementJson(cell.value) : JSON.stringify(text)}, "type": "${dtype}"}`;
    }
    case "tensor": {
      const read = readNested(text, dtype);
      const value = "fault" in read ? "[]" : nestText(read.shape, (i) => elementJson(read.elements[i]!));
      if (dtype === "float32" && shape === "") return value;
      const dims = readShape(shape);
      return `{"value": ${value}, "type": "${dtype}"${Array.isArray(dims) ? `, "shape": [${dims.join(", ")}]` : ""}}`;
    }
  }
}

function asWritten(
  { kind, dtype, shape, text, file }: Draft,
  contents: ReadonlyMap<unknown, string> = new Map(),
): string {
  const isNumber = kind === "tensor" || kind === "scalar";
  const b64 = contents.get(file);
  return JSON.stringify({
    kind,
    ...(isNumber && { type: dtype }),
    ...(shape !== "" && { shape }),
    ...(text !== "" && { text }),
    ...(file && { file: file.name, ...(b64 === undefined ? { size: file.size } : { b64 }) }),
  });
}

/** JSON has no nan and rounds large numbers: those are strings. */
function elementJson(value: number | bigint | boolean): string {
  if (Object.is(value, -0)) return "-0";
  const isNumber =
    typeof value === "boolean" || (Number.isFinite(Number(value)) && !isRounded(Number(value)));
  return isNumber ? String(value) : JSON.stringify(String(value));
}

/** JSON's reader rounds it: above 2^53 only strings hold every digit. */
export const isRounded = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);
