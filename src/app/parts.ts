/** Parts of the page that come when somebody turns to them, each a chunk of its own. */

import { nextTask } from "../ui/index.ts";
import { bringPartWords } from "./words/language.ts";

const PARTS = {
  add: () => import("./add/index.ts"),
  code: () => import("./code/index.ts"),
  photos: () => import("./classify/grid/index.ts"),
  playground: () => import("./playground/index.ts"),
  settings: () => import("./settings/index.ts"),
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
