/** What was found on one photo, in a few words. */

import type { Photo } from "../../../photos/index.ts";
import { bars, failureText, isUnsure, type Language, outputsLine, TAGS } from "../../../ui/index.ts";
import type { Words } from "../../words/words.ts";
import { bestOf } from "./arrange.ts";
import { type NameOf, noNames } from "./label-names.ts";

/** @returns `giant panda 84.7%`, or why it failed; empty while it is on its way */
export function foundOn(photo: Photo, words: Words, language: Language, nameOf: NameOf = noNames): string {
  const { state } = photo;
  if (state.name === "failed") return failureText(state.failure, words, language).text;
  if (state.name !== "done") return "";
  const best = bestOf(photo);
  if (!best) return outputsLine(state) || words.emptyAnswer;
  const { figure } = bars([best], TAGS[language], words.lessThan)[0]!;
  const label = nameOf(best.label) || best.name;
  return [label, figure, isUnsure(best) ? words.unsure : ""].filter(Boolean).join(" ");
}
