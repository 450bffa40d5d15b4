/** Shares as percents in the reader's language. */

import { type Language, numberFormat } from "../../ui/index.ts";

/** `72.3%`; a dash where it is not known. */
export function shareText(share: number | undefined, language: Language): string {
  const options = { style: "percent", maximumFractionDigits: 1 } as const;
  return share === undefined ? "–" : numberFormat(language, options).format(share);
}
