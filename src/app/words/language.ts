/** The language of the page: the browser's own, until somebody switches. */

import { store } from "../store.ts";
import { en, type Words } from "./en.ts";
import { zh } from "./zh.ts";

export type Language = "en" | "zh";

export const DICTIONARIES: Readonly<Record<Language, Words>> = { en, zh };

const KEY = "language";

/** @param wanted languages in the reader's order, as `navigator.languages` has them */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}

/** The language now shown. */
export const language = store<Language>("en");

/** Takes the remembered language, else the browser's, and keeps the document's own attribute right. */
export function startLanguage(): void {
  language.subscribe(markDocument);
  language.set(remembered() ?? languageOf(navigator.languages));
  markDocument();
}

/** Shows another language from now on, also the next time. */
export function switchLanguage(to: Language): void {
  language.set(to);
  try {
    localStorage.setItem(KEY, to);
  } catch {
    // A browser may keep no data for this page: then the switch lasts until it is closed.
  }
}

function remembered(): Language | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === "en" || value === "zh" ? value : undefined;
  } catch {
    return undefined;
  }
}

function markDocument(): void {
  document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en";
}
