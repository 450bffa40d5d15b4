/** The language of the page: the browser's own, until somebody switches. */

import { type Language, languageOfTags, TAGS } from "../../ui/index.ts";
import { store } from "../state/store.ts";
import { firstEn } from "./en/first-paint.ts";
import { bringWords, type Words } from "./words.ts";

const KEY = "language";

/** Words in each language, fetched when they are asked for. @throws when they can't be loaded */
export type WordTables = Readonly<Record<Language, () => Promise<Partial<Words>>>>;

const FIRST: WordTables = {
  en: async () => firstEn,
  zh: async () => (await import("./zh/first-paint.ts")).firstZh,
};

/** Those of the first paint and of each part that was asked for. */
const tables = new Set([FIRST]);

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
  const wanted = [...tables];
  const brought = await Promise.all(wanted.map((table) => table[to]()));
  if (turn !== asked) return;
  for (const table of brought) bringWords(table);
  language.set(to);
  // A part was asked for meanwhile, in the language before.
  await Promise.all([...tables].filter((table) => !wanted.includes(table)).map(bringWordsOf));
}

/** Brings words of a part, in the language that is shown and in those that are shown later. @throws as they do */
export async function bringWordsOf(table: WordTables): Promise<void> {
  tables.add(table);
  for (let shown: Language | undefined; shown !== language.value; ) {
    shown = language.value;
    const brought = await table[shown]();
    if (shown === language.value) bringWords(brought);
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
