/** Durations in the reader's language, no finer than they are known. */

import { type Language, numberFormat } from "../../../ui/index.ts";

/** `40 sec`, `3 min`, `2.5 hr`. */
export function timeLeft(seconds: number, language: Language): string {
  if (seconds < 90) return unit(Math.max(1, Math.ceil(seconds / 5) * 5), "second", language);
  if (seconds < 90 * 60) return unit(Math.round(seconds / 60), "minute", language);
  return unit(Math.round(seconds / 360) / 10, "hour", language);
}

/** `85 ms`, `1.2 sec`. */
export function duration(milliseconds: number, language: Language): string {
  if (milliseconds < 1000) return unit(Math.round(milliseconds), "millisecond", language);
  const digits = milliseconds < 9950 ? 1 : 0;
  return unit(Number((milliseconds / 1000).toFixed(digits)), "second", language);
}

function unit(value: number, name: string, language: Language): string {
  return numberFormat(language, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
}
