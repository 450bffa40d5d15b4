/** A reply as history keeps it: failures with their texts, small values whole, of large ones their beginning. */

import type { Outputs, OutputValue } from "../../../client/index.ts";
import type { Failure } from "../../../failures/index.ts";
import type { ClientLibrary } from "../../../library/index.ts";
import { formatShape, jsonElement, Tensor } from "../../../tensor/index.ts";
import type { Answer } from "../../serving/call.ts";
import { hexOf } from "../../viewer/bytes.ts";

/** Of a value that was too large to be kept. */
export interface CutValue {
  /** A text's or the bytes' beginning, or numpy's printout. */
  cut: string;
  /** What the whole one was: `float32 (1000, 1000)`, `bytes (34567)`. */
  of: string;
}

/** Outputs as pairs: one with a name such as `bytes` would be read as something else. */
type KeptAnswer = { failure: Failure } | { outputs: readonly [name: string, value: unknown][] };

/** As JSON has it: values as `jsonReviver` reads them, or {@link CutValue}. */
export type KeptReply =
  | { failure: Failure }
  /** `more`: as many instances' answers are not kept. */
  | { answers: readonly KeptAnswer[]; more?: number };

/** A reply that is looked at again. */
export type OldAnswer =
  | { failure: Failure }
  | { answers: ({ failure: Failure } | { outputs: Record<string, OutputValue | CutValue> })[]; more: number };

const MAX_ELEMENTS = 256;
const MAX_TEXT = 2000;
const MAX_BYTES = 1024;
const MAX_ITEMS = 20;
/** Characters of all answers of a call. */
const MAX_REPLY = 20_000;

export function keptReply(answer: Answer): KeptReply {
  if ("failure" in answer) return { failure: shortFailure(answer.failure) };
  const answers: KeptAnswer[] = [];
  let room = MAX_REPLY;
  for (const one of answer.answers) {
    const kept =
      "failure" in one ? { failure: shortFailure(one.failure) } : { outputs: keptOutputs(one.outputs) };
    room -= JSON.stringify(kept).length;
    if (room < 0) break;
    answers.push(kept);
  }
  const more = answer.answers.length - answers.length;
  return { answers, ...(more > 0 && { more }) };
}

const shortText = (text: string) => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);

function shortFailure(failure: Failure): Failure {
  const { error, texts } = failure;
  return {
    ...failure,
    error: shortText(error),
    ...(texts && { texts: { en: shortText(texts.en), zh: shortText(texts.zh) } }),
  };
}

const keptOutputs = (outputs: Outputs): [string, unknown][] =>
  Object.entries(outputs).map(([name, value]) => [name, keptValue(value)]);

function keptValue(value: OutputValue): unknown {
  if (value instanceof Tensor) {
    if (value.size <= MAX_ELEMENTS) return value.toJSON();
    return { cut: shortText(String(value)), of: `${value.dtype} ${formatShape(value.shape)}` };
  }
  if (Array.isArray(value)) {
    if (value.length <= MAX_ITEMS) return value.map(keptValue);
    const [first] = value;
    return {
      cut: shortText(value.slice(0, MAX_ITEMS).map(beginning).join("\n")),
      of: `${first instanceof Uint8Array ? "bytes" : "string"} × ${value.length}`,
    };
  }
  if (value instanceof Uint8Array) {
    if (value.length > MAX_BYTES) return { cut: beginning(value), of: `bytes (${value.length})` };
    return { bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join("")) };
  }
  if (typeof value === "string")
    return value.length > MAX_TEXT ? { cut: beginning(value), of: `string (${value.length})` } : value;
  const element = jsonElement(value);
  return typeof element === typeof value ? element : { [typeof value]: element };
}

const beginning = (value: string | Uint8Array): string =>
  value instanceof Uint8Array ? hexOf(value.subarray(0, MAX_BYTES)) : value.slice(0, MAX_TEXT);

/** Whether a storage, which may hold anything, holds a reply; its outputs are looked at when it is. */
export function isReply(value: unknown): value is KeptReply {
  if (!isDict(value)) return false;
  const { failure, answers, more = 0 } = value;
  if (isFailure(failure)) return true;
  return typeof more === "number" && Array.isArray(answers) && answers.every(isAnswer);
}

const isAnswer = (value: unknown) =>
  isDict(value) &&
  (isFailure(value.failure) || (Array.isArray(value.outputs) && value.outputs.every(isPair)));

const isPair = (value: unknown) => Array.isArray(value) && value.length === 2 && typeof value[0] === "string";

/** @returns `undefined` where its values are none */
export function oldAnswer(
  kept: KeptReply,
  { jsonReviver }: Pick<ClientLibrary, "jsonReviver">,
): OldAnswer | undefined {
  if ("failure" in kept) return kept;
  try {
    const read: KeptAnswer[] = JSON.parse(JSON.stringify(kept.answers), jsonReviver);
    const answers = read.map((one) => {
      if ("failure" in one) return one;
      return { outputs: Object.fromEntries(one.outputs) as Record<string, OutputValue | CutValue> };
    });
    const isSound = answers.every((one) => "failure" in one || Object.values(one.outputs).every(isOutput));
    return isSound ? { answers, more: kept.more ?? 0 } : undefined;
  } catch {
    return undefined;
  }
}

const isDict = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function isOutput(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => !Array.isArray(item) && isOutput(item));
  if (value instanceof Tensor || value instanceof Uint8Array || isCut(value)) return true;
  return ["string", "number", "bigint", "boolean"].includes(typeof value);
}

export const isCut = (value: unknown): value is CutValue =>
  isDict(value) && typeof value.cut === "string" && typeof value.of === "string";

function isFailure(value: unknown): value is Failure {
  if (!isDict(value)) return false;
  const texts = [value.hint, value.texts ?? value.hint];
  return (
    [value.error, value.kind, value.scope].every((text) => typeof text === "string") &&
    texts.every((text) => isDict(text) && typeof text.en === "string" && typeof text.zh === "string")
  );
}
