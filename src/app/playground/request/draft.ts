/** Instances as they are being written: texts and files, not yet values. */

import type { DType } from "../../../client/index.ts";
import { isDType } from "../../../tensor/index.ts";
import { type InputKind, KINDS } from "../../../ui/index.ts";

/** A file that was chosen, or the memory of one: history keeps no files. */
type DraftFile = File | { readonly name: string; readonly size: number };

export interface Draft {
  readonly name: string;
  readonly kind: InputKind;
  /** Of tensor and scalar. */
  readonly dtype: DType;
  /** Of a tensor, as it is written; empty takes the shape from the values. */
  readonly shape: string;
  /** Values, text, or bytes in hexadecimal. */
  readonly text: string;
  /** Instead of the text; for a tensor .npy or raw values. */
  readonly file?: DraftFile | undefined;
}

export type DraftInstance = readonly Draft[];

export const emptyDraft = (name: string): Draft => ({
  name,
  kind: "tensor",
  dtype: "float32",
  shape: "",
  text: "",
});

/** The tutorial's first instance. */
export const FIRST: DraftInstance = ["x1", "x2"].map((name) => ({
  ...emptyDraft(name),
  text: "[[1, 1], [1, 1]]",
}));

/** Whether a storage, which may hold anything, holds a draft. */
export function isDraft(value: unknown): value is Draft {
  const { name, kind, dtype, shape, text, file } = (value ?? {}) as Record<string, unknown>;
  const remembered = (file ?? { name: "", size: 0 }) as Record<string, unknown>;
  return (
    [name, shape, text, remembered.name].every((one) => typeof one === "string") &&
    typeof remembered.size === "number" &&
    KINDS.includes(kind as InputKind) &&
    isDType(dtype)
  );
}

/** An instance with these inputs; what was written for one of the same name stays. */
export function withInputs(instance: DraftInstance, names: readonly string[]): DraftInstance {
  return names.map((name) => instance.find((draft) => draft.name === name) ?? emptyDraft(name));
}

export function replaceAt<T>(list: readonly T[], index: number, value: T): readonly T[] {
  return list.map((old, i) => (i === index ? value : old));
}

export function withoutAt<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, i) => i !== index);
}
