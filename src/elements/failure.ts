/** What failed and what to do about it, as the elements show it and their events carry it. */

import type { CallError, ErrorKind, Hint, InstanceError } from "../client/index.ts";
import type { Language } from "./language.ts";
import type { ClientLibrary } from "./library.ts";

/** What an element finds by itself, before or after a call. */
export type OwnFailureKind = keyof typeof OWN_HINTS;

export interface Failure {
  /** The server's own text, untouched, or the library's; what the element itself found is told in English. */
  error: string;
  kind: ErrorKind | OwnFailureKind;
  /** Serving's code, or the gRPC status where the call itself failed. */
  code?: number;
  /** What to do next, in English and Chinese. */
  hint: Hint;
  /** {@link error} in both languages, where the element found it; as people read it, where the server told it. */
  texts?: Hint;
}

const OWN_HINTS = {
  /** An attribute, property or value that can't be meant. */
  misuse: { en: "Change it as the text says.", zh: "请按提示修改。" },
  /** A file that can't be sent, or read. */
  file: { en: "Choose another file.", zh: "请选择其他文件。" },
  /** The reply has no label. */
  "no-label": {
    en: "Check that the servable's method returns label (and score), as resnet50's classify_top5 does.",
    zh: "请确认 Servable 的方法像 resnet50 的 classify_top5 一样返回 label（和 score）。",
  },
  /** Names of inputs that the server does not tell. */
  "unknown-inputs": {
    en: 'Give them in the attribute inputs, for example [{"name": "x1"}].',
    zh: '请在 inputs 属性中给出，例如 [{"name": "x1"}]。',
  },
  /** A part of the element's own code that could not be loaded. */
  "not-loaded": {
    en: "Check that the server of this page runs, then try again, or reload the page.",
    zh: "请确认本页面的服务器在运行，然后重试，或刷新页面。",
  },
  /** The photo was taken away, or the element was, before there was an answer. */
  removed: { en: "Classify it again.", zh: "请重新分类。" },
} satisfies Record<string, Hint>;

/** A failure that the element found. */
export function ownFailure(kind: OwnFailureKind, en: string, zh: string): Failure {
  return { error: en, kind, hint: OWN_HINTS[kind], texts: { en, zh } };
}

/** The element's own code is not there. */
export function codeMissing(): Failure {
  return ownFailure(
    "not-loaded",
    "A part of this element's code could not be loaded.",
    "此组件的部分代码加载失败。",
  );
}

/** What the library threw: misuse (`TypeError`, `RangeError`), or a picture that it can't use. */
export function thrownFailure(error: unknown): Failure {
  const kind = error instanceof DOMException ? "file" : "misuse";
  return { error: error instanceof Error ? error.message : String(error), kind, hint: OWN_HINTS[kind] };
}

/** A failure that a call gave: of one instance, or of the whole call. */
export function toldFailure(
  told: InstanceError | CallError,
  { ServingError, errorText }: ClientLibrary,
): Failure {
  const { error, kind, code } = told;
  const text = errorText(told);
  return { error, kind, code, hint: new ServingError(told).hint, texts: { en: text, zh: text } };
}

/** The failure in the reader's language; empty where the server gave no text. */
export function textOf({ texts, error }: Failure, language: Language): string {
  return texts?.[language] ?? error;
}
