/** The language of the page: the browser's own, until somebody switches. */

import { configureLocalization, type LocaleModule } from "@lit/localize";
import { store } from "../store.ts";
import { bringWords } from "./words.ts";

export type Language = "en" | "zh";

const LOCALES: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

const KEY = "language";

const { setLocale } = configureLocalization({
  sourceLocale: LOCALES.en,
  targetLocales: [LOCALES.zh],
  loadLocale: async () => (await import("./zh-cn/templates.ts")) as LocaleModule,
});

/** Whether a part that comes later than the first paint was asked for. */
let withParts = false;

/** @param wanted languages in the reader's order, as `navigator.languages` has them */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}

/** The language now shown; its words are there when this changes. */
export const language = store<Language>("en");

/** Takes the remembered language, else the browser's, and keeps the document's own attribute right. */
export async function startLanguage(): Promise<void> {
  language.subscribe(markDocument);
  markDocument();
  // Without its words the page is still one, in English.
  await show(remembered() ?? languageOf(navigator.languages)).catch(() => {});
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

/** @throws when the language's words can't be loaded */
export async function show(to: Language): Promise<void> {
  try {
    await setLocale(LOCALES[to]);
    if (withParts) await bringTemplates(to);
  } catch (error) {
    // @lit/localize would answer with the same failure for ever, until another language is asked for.
    await setLocale(LOCALES[language.value]);
    throw error;
  }
  language.set(to);
}

/** The words of later parts, in the language that is shown. @throws when they can't be loaded */
export async function bringPartWords(): Promise<void> {
  withParts = true;
  const [{ PART_WORDS }] = await Promise.all([import("./part-words.ts"), bringTemplates(language.value)]);
  bringWords(...PART_WORDS);
}

async function bringTemplates(to: Language): Promise<void> {
  if (to !== "zh") return;
  const [{ templates }, { partTemplates }] = await Promise.all([
    import("./zh-cn/templates.ts"),
    import("./zh-cn/part-templates.ts"),
  ]);
  Object.assign(templates, partTemplates);
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
  document.documentElement.lang = LOCALES[language.value];
}
