/**
 * Instances as JSON, in the form of Serving's RESTful service: `{"instances": [{"x": [[1, 2]], "image": {"b64": "…"}}]}`.
 * A bare number is a scalar, a list is a float32 tensor (of booleans: bool), and `{"value", "type", "shape"}` says more.
 */

import { isDType } from "../../../tensor/index.ts";
import { nestText, readCell, readNested, readShape } from "../../../ui/index.ts";
import { type Draft, type DraftInstance, emptyDraft } from "./draft.ts";
import { readHex } from "./hex.ts";

export type JsonFault =
  | { fault: "noJson"; about: string }
  | { fault: "noInstances" }
  | { fault: PlaceFault; about: string };

type PlaceFault = "jsonValue" | "jsonType" | "jsonFile" | "jsonDigits";

/** What a value in the JSON is not: its place, such as `instances[0].x1`. */
class ValueFault extends Error {
  readonly fault: PlaceFault;

  constructor(fault: PlaceFault, place: string) {
    super(place);
    this.fault = fault;
  }
}

type Dict = Record<string, unknown>;

const isDict = (value: unknown): value is Dict =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function draftsOfJson(text: string): { instances: DraftInstance[] } | JsonFault {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return { fault: "noJson", about: (error as Error).message };
  }
  const inner = isDict(given) && Array.isArray(given.instances) ? given.instances : given;
  const list = Array.isArray(inner) ? inner : [inner];
  if (list.length === 0 || !list.every(isDict)) return { fault: "noInstances" };
  try {
    return {
      instances: list.map((instance, i) =>
        Object.entries(instance).map(([name, value]) => draftOf(name, value, `instances[${i}].${name}`)),
      ),
    };
  } catch (error) {
    if (error instanceof ValueFault) return { fault: error.fault, about: error.message };
    throw error;
  }
}

function draftOf(name: string, value: unknown, place: string): Draft {
  const draft = emptyDraft(name);
  if (typeof value === "number") return { ...draft, kind: "scalar", text: textOf(value) };
  if (typeof value === "boolean") return { ...draft, kind: "scalar", dtype: "bool", text: String(value) };
  if (typeof value === "string") return { ...draft, kind: "string", text: value };
  if (Array.isArray(value)) {
    const isBool = value.flat(Number.POSITIVE_INFINITY).every((element) => typeof element === "boolean");
    return { ...draft, dtype: isBool && value.length > 0 ? "bool" : "float32", text: listText(value) };
  }
  if (!isDict(value)) throw new ValueFault("jsonValue", place);
  if ("file" in value) throw new ValueFault("jsonFile", place);
  // A key that nobody reads would be lost in silence.
  const keys = "b64" in value ? ["b64"] : ["value", "type", "dtype", "shape"];
  if (!Object.keys(value).every((key) => keys.includes(key))) throw new ValueFault("jsonValue", place);
  if (typeof value.b64 === "string") return { ...draft, kind: "bytes", text: hexOfBase64(value.b64, place) };
  return { ...draft, ...typed(value, place) };
}

function typed({ value, type, dtype = type, shape }: Dict, place: string): Partial<Draft> {
  const isText = dtype === "str" || dtype === "string";
  const isLoose = shape !== undefined && !Array.isArray(shape);
  if (isLoose || (isText && typeof value !== "string")) throw new ValueFault("jsonValue", place);
  if (isText) return { kind: "string", text: value as string };
  const name = dtype ?? "float32";
  if (!isDType(name)) throw new ValueFault("jsonType", place);
  const dims = Array.isArray(shape) ? `(${shape.join(", ")})` : "";
  if (name.endsWith("int64") && [value].flat(Number.POSITIVE_INFINITY).some(isRounded))
    throw new ValueFault("jsonDigits", place);
  const isElement = typeof value === "number" || typeof value === "string" || typeof value === "boolean";
  if (isElement && (dims === "" || dims === "()"))
    return { kind: "scalar", dtype: name, text: textOf(value) };
  if (!Array.isArray(value)) throw new ValueFault("jsonValue", place);
  return { kind: "tensor", dtype: name, shape: dims, text: listText(value) };
}

/** JSON's reader has rounded it: above 2^53 only strings hold every digit. */
const isRounded = (value: unknown) => Number.isInteger(value) && !Number.isSafeInteger(value);

const listText = (list: unknown[]): string =>
  `[${list.map((one) => (Array.isArray(one) ? listText(one) : elementText(one))).join(",")}]`;

/** One element stays one: of a text such as "1,5" the quotes stay, and are refused with it. */
const elementText = (element: unknown): string =>
  typeof element === "string" && /[\s,;[\]()]/.test(element) ? JSON.stringify(element) : textOf(element);

/** Elements that JSON does not have, such as "nan", came as strings. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return Object.is(value, -0) ? "-0" : JSON.stringify(value);
}

function hexOfBase64(text: string, place: string): string {
  try {
    return Array.from(atob(text), (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  } catch {
    throw new ValueFault("jsonValue", place);
  }
}

/** The same instances as JSON, one input a line; a file is there by its name only, a tensor without values as `[]`. */
export function jsonOfDrafts(instances: readonly DraftInstance[]): string {
  const texts = instances.map((instance) => {
    const inputs = instance.map((draft) => `      ${JSON.stringify(draft.name)}: ${jsonOfDraft(draft)}`);
    return `    {\n${inputs.join(",\n")}\n    }`;
  });
  return `{\n  "instances": [\n${texts.join(",\n")}\n  ]\n}`;
}

function jsonOfDraft({ kind, dtype, shape, text, file }: Draft): string {
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

/** JSON has no nan and rounds large numbers: those are strings. */
function elementJson(value: number | bigint | boolean): string {
  if (Object.is(value, -0)) return "-0";
  const isNumber =
    typeof value === "boolean" || (Number.isFinite(Number(value)) && !isRounded(Number(value)));
  return isNumber ? String(value) : JSON.stringify(String(value));
}
