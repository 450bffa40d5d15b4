/** Figures of a sweep as people read them. */

import { type Language, numberFormat } from "../../ui/index.ts";

/** Three digits, of which more would be noise; a dash for what was not measured. */
export function figureText(figure: number, language: Language): string {
  if (Number.isNaN(figure)) return "–";
  const options =
    figure < 1000
      ? { maximumSignificantDigits: 3 }
      : { maximumFractionDigits: 0, useGrouping: false as const };
  return numberFormat(language, options).format(figure);
}
