/** What a screen reader says of the photos. */

import type { Photo, Tally } from "../../photos/index.ts";
import { failureText, type Language, outputsLine } from "../../ui/index.ts";
import type { Words } from "../words/en.ts";
import { shownState, toldTally } from "./photo.ts";

/** @param latest the photo that was done or failed last */
export function announcementOf(
  latest: Photo | undefined,
  tally: Tally,
  words: Words,
  language: Language,
): string {
  if (!latest || tally.all === 0) return "";
  const { done, failed, total } = toldTally(tally);
  const told = toldOf(latest, words, language);
  return total === 1 ? told : `${told}; ${words.progress(done, failed, total)}`;
}

function toldOf(photo: Photo, words: Words, language: Language): string {
  const { name } = photo.file;
  const state = shownState(photo);
  if (state.name === "done")
    return words.photoDone(name, state.labels[0]?.name ?? (outputsLine(state) || words.emptyAnswer));
  if (state.name !== "failed") return "";
  return words.photoFailed(name, failureText(state.failure, words, language).text);
}
