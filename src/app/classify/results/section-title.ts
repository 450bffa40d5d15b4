/** What a group of photos is called. */

import { firstName } from "../../../photos/index.ts";
import type { Words } from "../../words/words.ts";
import type { Arrangement, Section, StateGroup } from "./arrange.ts";
import type { NameOf } from "./label-names.ts";

/** @returns an empty text without grouping */
export function sectionTitle(
  { key }: Section,
  group: Arrangement["group"],
  words: Words,
  nameOf: NameOf,
): string {
  if (group === "none") return "";
  if (group === "label") return key === "" ? words.withoutLabel : nameOf(key) || firstName(key);
  const { showOpen: open, done, failed, cancelled } = words;
  return { open, done, failed, cancelled }[key as StateGroup];
}
