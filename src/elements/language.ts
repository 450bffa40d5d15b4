/** The language of an element: that of the page around it, as `lang` attributes tell it. */

export type Language = "en" | "zh";

/** For the `lang` attribute of what is written in the language. */
export const TAGS: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

/** The nearest `lang`, the element's own first, out through shadow roots; without any, the browser's language. */
export function languageOf(element: Element): Language {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const tag = at.closest("[lang]")?.getAttribute("lang");
    if (tag) return ofTags([tag]);
  }
  return ofTags(navigator.languages);
}

/** Calls `changed` after a `lang` changed anywhere that may matter to the element. @returns ends that */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    observer.observe(at.getRootNode(), { subtree: true, attributeFilter: ["lang"] });
  }
  return () => observer.disconnect();
}

/** @param wanted languages in the reader's order; English where none of the two is among them */
function ofTags(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
