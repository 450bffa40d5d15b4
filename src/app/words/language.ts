/** The language of the page: the browser's own, until somebody switches. */

import { type Language, languageOfTags, TAGS } from "../../ui/index.ts";
import { store } from "../state/store.ts";
import { firstEn } from "./en/first-paint.ts";
import { bringWords, type Words } from "./words.ts";

const KEY = "language";

type Table = Partial<Words>;

const FIRST: Readonly<Record<Language, () => Promise<Table>>> = {
  en: async () => firstEn,
  zh: async () => (await import("./zh/first-paint.ts")).firstZh,
};

const PARTS: Readonly<Record<Language, () => Promise<Table>>> = {
  en: async () => (await import("./en/parts.ts")).partsEn,
  zh: async () => (await import("./zh/parts.ts")).partsZh,
};

/** Whether a part that comes later than the first paint was asked for. */
let withParts = false;

/** Counts the languages that were asked for: the last one is shown, however long each takes to load. */
let asked = 0;

/** The language now shown; its words are there when this changes. */
export const language = store<Language>("en");

/** Takes the remembered language, else the browser's, and keeps the document's own attribute right. */
export async function startLanguage(): Promise<void> {
  language.subscribe(markDocument);
  markDocument();
  // Without its words the page is still one, in English.
  await show(remembered() ?? languageOfTags(navigator.languages)).catch(() => {});
}

/** Shows another language from now on, also the next time. */
export async function switchLanguage(to: Language): Promise<void> {
  await show(to);
  try {
    localStorage.setItem(KEY, to);
  } catch {
    // A browser may keep no data for this page: then the switch lasts until it is closed.
  }
}

/** @throws when the language's words can't be loaded; the one before is still shown then */
export async function show(to: Language): Promise<void> {
  const turn = ++asked;
  const first = await FIRST[to]();
  const parts = withParts ? await PARTS[to]() : undefined;
  if (turn !== asked) return;
  bringWords({ ...first, ...parts });
  language.set(to);
  // A part was asked for meanwhile, in the language before.
  if (withParts && !parts) await bringPartWords();
}

/** The words of later parts, in the language that is shown. @throws when they can't be loaded */
export async function bringPartWords(): Promise<void> {
  withParts = true;
  for (let shown: Language | undefined; shown !== language.value; ) {
    shown = language.value;
    const parts = await PARTS[shown]();
    if (shown === language.value) bringWords(parts);
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
  document.documentElement.lang = TAGS[language.value];
}
