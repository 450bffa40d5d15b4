/** What a page learns about a photo, and what a reader sees of it. */

import type { Outputs } from "../../client/index.ts";
import { type Failure, removedPhoto } from "../../failures/index.ts";
import { isUnderWay, type Label, type Photo, type Tally as QueueTally } from "../../photos/index.ts";

/** What was found on a photo, or why nothing was. */
export type PhotoResult = PhotoAnswer | { file: File; error: Failure };

export interface PhotoAnswer {
  file: File;
  /** All that the method gave, by name. */
  outputs: Outputs;
  /** Its labels, best first; empty where the method gives none. */
  labels: readonly Label[];
}

/** A photo's state as the element tells it: one that was cancelled has failed, since nothing is known of it. */
type ShownState =
  | { name: "waiting" | "running" }
  | { name: "done"; outputs: Outputs; labels: readonly Label[] }
  | { name: "failed"; failure: Failure; withWholeCall: boolean };

export function shownState({ state }: Photo): ShownState {
  if (state.name === "cancelled") return { name: "failed", failure: removedPhoto(), withWholeCall: false };
  return isUnderWay(state) ? { name: "running" } : (state as ShownState);
}

/** `undefined` while there is none. */
export function resultOf(photo: Photo): PhotoResult | undefined {
  const { file } = photo;
  const state = shownState(photo);
  if (state.name === "done") return { file, outputs: state.outputs, labels: state.labels };
  return state.name === "failed" ? { file, error: state.failure } : undefined;
}

export interface Tally {
  /** Photos that were answered. */
  done: number;
  failed: number;
  /** All photos, those still waiting included. */
  total: number;
}

export function toldTally({ done, failed, cancelled, all }: QueueTally): Tally {
  return { done, failed: failed + cancelled, total: all };
}
