/** The language of an element: that of the page around it, as `lang` attributes tell it. */

import { type Language, languageOfTags } from "../../ui/index.ts";

/** The nearest `lang`, the element's own first, out through shadow roots; without any, the browser's language. */
export function languageOf(element: Element): Language {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const tag = at.closest("[lang]")?.getAttribute("lang");
    if (tag) return languageOfTags([tag]);
  }
  return languageOfTags(navigator.languages);
}

/** Calls `changed` after a `lang` changed anywhere that may matter to the element. @returns ends that */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    observer.observe(at.getRootNode(), { subtree: true, attributeFilter: ["lang"] });
  }
  return () => observer.disconnect();
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
