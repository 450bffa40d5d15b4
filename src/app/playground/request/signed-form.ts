/** The form as a signature has it: the method's inputs in their order, and its examples. */

import type { Example, ExampleValue, ValueSignature } from "../../../signature/index.ts";
import { formatShape, sizeOf } from "../../../tensor/index.ts";
import { type InputKind, readNested } from "../../../ui/index.ts";
import { hexOf, pictureType } from "../../viewer/bytes.ts";
import { type Draft, type DraftInstance, emptyDraft } from "./draft.ts";

/** A method's inputs by name. */
export type SignedInputs = Readonly<Record<string, ValueSignature>>;

/**
 * An instance with the signature's inputs; what was written for one of the same name stays where it can be its value.
 * @param before the signature that filled in what is written: its dtypes and shapes are nobody's choice
 */
export function signedInstance(
  inputs: SignedInputs,
  written: DraftInstance,
  before: SignedInputs = {},
): DraftInstance {
  return Object.entries(inputs).map(([name, known]) =>
    signedDraft(
      name,
      known,
      written.find((draft) => draft.name === name),
      before[name],
    ),
  );
}

function signedDraft(
  name: string,
  known: ValueSignature,
  written: Draft | undefined,
  before: ValueSignature = {},
): Draft {
  const kind = kindOf(known);
  if (!kind) return written ?? emptyDraft(name);
  const sameKind = written?.kind === kind ? written : undefined;
  const draft: Draft = {
    ...emptyDraft(name),
    kind,
    dtype: known.dtype ?? (sameKind && sameKind.dtype !== before.dtype ? sameKind.dtype : "float32"),
    shape: shapeText(known) || (sameKind && sameKind.shape !== shapeText(before) ? sameKind.shape : ""),
  };
  if (!sameKind || !hasRoomFor(sameKind, known)) return draft;
  return { ...draft, text: sameKind.text, file: sameKind.file };
}

/** What the form has for it; `undefined` where the signature does not know. */
function kindOf({ kind, dtype, shape }: ValueSignature): InputKind | undefined {
  if (kind === "image") return "bytes";
  return kind ?? (dtype || shape ? "tensor" : undefined);
}

/** As it is written into the form; empty where a dimension is not known: then the values tell. */
function shapeText({ shape }: ValueSignature): string {
  return shape && !shape.includes(null) ? formatShape(shape) : "";
}

/** Whether a text has as many elements as a tensor of this shape. */
function hasRoomFor({ kind, text }: Draft, { shape }: ValueSignature): boolean {
  if (kind !== "tensor" || text.trim() === "" || !shape || shape.includes(null)) return true;
  const read = readNested(text, "float64");
  return "fault" in read || read.elements.length === sizeOf(shape as number[]);
}

/** An example's inputs, written into the form. */
export function exampleInstance({ inputs }: Example, known: SignedInputs = {}): DraftInstance {
  return Object.entries(inputs).map(([name, value]) => exampleDraft(name, value, known[name] ?? {}));
}

/** Shorter ones are written in hexadecimal, where they can be changed. */
const LONG_BYTES = 64;

function exampleDraft(name: string, value: ExampleValue, known: ValueSignature): Draft {
  const draft = { ...emptyDraft(name), dtype: known.dtype ?? dtypeOf(value) };
  if (Array.isArray(value)) return { ...draft, shape: shapeText(known), text: textOf(value) };
  if (typeof value === "object") {
    const { base64 } = value as { base64: string };
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    if (known.kind !== "image" && bytes.length <= LONG_BYTES)
      return { ...draft, kind: "bytes", text: hexOf(bytes) };
    const type = pictureType(bytes) ?? "";
    return { ...draft, kind: "bytes", file: new File([bytes], name, { type }) };
  }
  const isText =
    typeof value === "string" && (known.kind ?? (known.dtype ? "scalar" : "string")) === "string";
  return { ...draft, kind: isText ? "string" : "scalar", text: String(value) };
}

const dtypeOf = (value: ExampleValue) =>
  ([value] as unknown[]).flat(Number.POSITIVE_INFINITY).every((one) => typeof one === "boolean")
    ? "bool"
    : "float32";

const textOf = (value: ExampleValue): string =>
  Array.isArray(value) ? `[${value.map(textOf).join(", ")}]` : String(value);
