/**
 * Instances as JSON, in the form of Serving's RESTful service: `{"instances": [{"x": [[1, 2]], "image": {"b64": "…"}}]}`.
 * A bare number is a scalar, a list is a float32 tensor (of booleans: bool), and `{"value", "type", "shape"}` says more.
 * What is no value yet, or a file, is there as it is written, and has a `kind`: written-json.ts writes it.
 */

import { isDType } from "../../../tensor/index.ts";
import { KINDS } from "../../../ui/index.ts";
import { type Draft, type DraftInstance, emptyDraft } from "./draft.ts";
import { isRounded } from "./written-json.ts";

export type JsonFault =
  | { fault: "noJson"; about: string }
  | { fault: "noInstances" }
  | { fault: "jsonMany"; has: number; most: number }
  | { fault: PlaceFault; about: string };

type PlaceFault = "jsonValue" | "jsonType" | "jsonFile" | "jsonDigits" | "jsonDeep";

/** numpy has no more dimensions; without a bound a text of brackets alone would end in a stack that is full. */
const MAX_DEPTH = 64;

/** Of a request that is filled in by itself; more would hold the page for seconds, since each is a form of its own. */
const MAX_INPUTS = 1000;

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
  return draftsOfList(Array.isArray(inner) ? inner : [inner], Number.POSITIVE_INFINITY);
}

/**
 * @param list the instances as `JSON.parse` gives them
 * @param most instances and inputs
 */
export function draftsOfList(list: unknown, most = MAX_INPUTS): { instances: DraftInstance[] } | JsonFault {
  if (!Array.isArray(list) || list.length === 0 || !list.every(isDict)) return { fault: "noInstances" };
  const entries = list.map((instance) => Object.entries(instance));
  const has = list.length + entries.flat().length;
  if (has > most) return { fault: "jsonMany", has, most };
  try {
    return {
      instances: entries.map((instance, i) =>
        instance.map(([name, value]) => draftOf(name, value, `instances[${i}].${name}`)),
      ),
    };
  } catch (error) {
    if (error instanceof ValueFault) return { fault: error.fault, about: error.message };
    throw error;
  }
}

function draftOf(name: string, value: unknown, place: string): Draft {
  const draft = emptyDraft(name);
  if (isDeeper(value, MAX_DEPTH)) throw new ValueFault("jsonDeep", place);
  if (typeof value === "number") return { ...draft, kind: "scalar", text: textOf(value) };
  if (typeof value === "boolean") return { ...draft, kind: "scalar", dtype: "bool", text: String(value) };
  if (typeof value === "string") return { ...draft, kind: "string", text: value };
  if (Array.isArray(value)) {
    const isBool = value.flat(Number.POSITIVE_INFINITY).every((element) => typeof element === "boolean");
    return { ...draft, dtype: isBool && value.length > 0 ? "bool" : "float32", text: listText(value) };
  }
  if (!isDict(value)) throw new ValueFault("jsonValue", place);
  if ("kind" in value) return { ...draft, ...written(value, place) };
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

/** Of what is there as it is written: a text, a file, or the memory of one. */
function written(
  { kind, type, shape, text, file, size, b64, ...others }: Dict,
  place: string,
): Partial<Draft> {
  const dtype = type ?? "float32";
  if (!isDType(dtype)) throw new ValueFault("jsonType", place);
  const texts = { shape: shape ?? "", text: text ?? "" };
  const isSound =
    KINDS.includes(kind as Draft["kind"]) &&
    Object.keys(others).length === 0 &&
    [texts.shape, texts.text, file ?? "", b64 ?? ""].every((one) => typeof one === "string") &&
    (size === undefined || (Number.isSafeInteger(size) && (size as number) >= 0)) &&
    (file !== undefined || (size === undefined && b64 === undefined));
  if (!isSound) throw new ValueFault("jsonValue", place);
  const draft = { kind, dtype, ...texts } as Partial<Draft>;
  if (file === undefined) return draft;
  const name = file as string;
  if (b64 === undefined) return { ...draft, file: { name, size: (size ?? 0) as number } };
  return { ...draft, file: new File([bytesOfBase64(b64 as string, place)], name) };
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

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

const hexOfBase64 = (text: string, place: string): string =>
  Array.from(bytesOfBase64(text, place), (byte) => byte.toString(16).padStart(2, "0")).join("");

function bytesOfBase64(text: string, place: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    throw new ValueFault("jsonValue", place);
  }
}
