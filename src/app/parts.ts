/** Parts of the page that come when somebody turns to them, each a chunk of its own. */

import { nextTask } from "../ui/index.ts";
import { bringPartWords } from "./words/language.ts";

const PARTS = {
  add: () => import("./add/elements.ts"),
  code: () => import("./code/elements.ts"),
  photos: () => import("./classify/elements.ts"),
  playground: () => import("./playground/elements.ts"),
  settings: () => import("./settings/elements.ts"),
};

export type PartName = keyof typeof PARTS;

export const isPart = (name: string): name is PartName => Object.hasOwn(PARTS, name);

/** @throws when the chunk can't be loaded; asked again, it is tried again */
export async function loadPart(name: PartName): Promise<void> {
  const [{ ELEMENTS }] = await Promise.all([PARTS[name](), bringPartWords()]);
  // A slow phone would be held up for long by the chunk and what it draws in one.
  await nextTask();
  for (const [tag, element] of Object.entries<CustomElementConstructor>(ELEMENTS)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
