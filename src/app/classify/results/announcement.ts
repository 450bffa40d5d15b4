/** What a screen reader says when photos are settled: each of a few, of many only how far all are. */

import type { PhotoQueue } from "../../../photos/index.ts";
import { failureText, isUnsure, type Language, outputsLine } from "../../../ui/index.ts";
import type { Words } from "../../words/words.ts";
import { bestOf } from "./arrange.ts";
import type { NameOf } from "./label-names.ts";

const FEW = 8;

/** Of many, every tenth part is announced. */
const PARTS = 10;

export function announcementOf(
  { tally, latest }: PhotoQueue,
  words: Words,
  language: Language,
  nameOf: NameOf,
): string {
  if (tally.all === 0) return "";
  if (tally.all > FEW) {
    const told = tally.open === 0 ? tally.all : partOf(tally.settled, tally.all);
    return tally.open === 0
      ? words.progress(tally.done, tally.failed, tally.all)
      : words.settledOf(told, tally.all);
  }
  const found = latest.map((photo) => {
    const { path, state } = photo;
    const best = bestOf(photo);
    if (best) {
      const label = nameOf(best.label) || best.name;
      return words.photoDone(path, isUnsure(best) ? `${label}, ${words.unsure}` : label);
    }
    if (state.name === "done") return words.photoDone(path, outputsLine(state) || words.emptyAnswer);
    if (state.name !== "failed") return "";
    return words.photoFailed(path, failureText(state.failure, words, language).text);
  });
  return [...found.filter(Boolean), words.progress(tally.done, tally.failed, tally.all)].join("; ");
}

function partOf(settled: number, all: number): number {
  return Math.floor(Math.floor((settled / all) * PARTS) * (all / PARTS));
}
