/** Parts of the app that come when somebody turns to them, each a folder whose index.ts is a chunk of its own. */

import { once } from "../../library/index.ts";
import { nextTask } from "../../ui/index.ts";
import { bringWordsOf, type WordTables } from "../words/language.ts";

export interface Part {
  elements: Elements;
  words: WordTables;
}

/** Elements by their tags. They are defined by a call: the package's modules have no side effects. */
type Elements = Readonly<Record<string, CustomElementConstructor>>;

/** @returns brings the part, once, to all who ask in their order; it throws when the part can't be loaded */
export function laterPart(load: () => Promise<{ part: Part }>): () => Promise<void> {
  return once(async () => {
    const { part } = await load();
    await bringWordsOf(part.words);
    // A slow phone would be held up for long by the chunk and what it draws in one.
    await nextTask();
    define(part.elements);
  });
}

export function define(elements: Elements): void {
  for (const [tag, element] of Object.entries(elements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
