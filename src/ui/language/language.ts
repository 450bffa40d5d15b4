/** The two languages of what people see. */

export type Language = "en" | "zh";

/** For the `lang` attribute of what is written in the language, and for numbers in it. */
export const TAGS: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

/**
 * @param wanted languages in the reader's order, as `navigator.languages` has them
 * @returns the first of the two that is wanted; English where neither is
 */
export function languageOfTags(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}
