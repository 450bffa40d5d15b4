/** A failure in the reader's language. */

import type { Failure } from "../../failures/index.ts";
import type { CallWords } from "../words/en/calls.ts";
import type { Language } from "./language.ts";

/** What failed, and what to do next, in the reader's language. */
export function failureText(
  { error, texts, hint }: Failure,
  words: CallWords,
  language: Language,
): { text: string; todo: string } {
  return { text: (texts?.[language] ?? error) || words.serverSilent, todo: hint[language] };
}
