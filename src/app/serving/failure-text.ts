/** A failure in the reader's language: what failed, and what to do about it. */

import type { Language } from "../words/language.ts";
import type { Words } from "../words/words.ts";
import type { Failure } from "./call.ts";

export interface FailureText {
  text: string;
  /** What to do next. */
  todo: string;
}

export function failureText(failure: Failure, words: Words, language: Language): FailureText {
  if ("word" in failure) {
    const text = words[failure.word];
    return {
      text: typeof text === "string" ? text : text(failure.about ?? ""),
      todo: words[`${failure.word}Do`],
    };
  }
  return {
    text: (failure.readable ?? failure.text) || words.serverSilent,
    todo: failure.hint?.[language] ?? words.misuseDo,
  };
}
