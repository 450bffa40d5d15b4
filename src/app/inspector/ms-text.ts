/** Milliseconds as people read them. */

import { type Language, numberFormat, TAGS } from "../../ui/index.ts";

/** `0.4 ms`, `12 ms`, `1,204 ms`. */
export function msText(ms: number, language: Language): string {
  const digits = ms < 9.95 ? 1 : 0;
  const format = numberFormat(TAGS[language], { minimumFractionDigits: 0, maximumFractionDigits: digits });
  return `${format.format(ms)} ms`;
}
