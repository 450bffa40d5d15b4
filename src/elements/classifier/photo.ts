/** A photo that was given to the element, and what became of it. */

import type { Outputs } from "../../client/index.ts";
import type { Failure } from "../../failures/index.ts";
import type { Label } from "../../photos/index.ts";

export type PhotoState =
  | { name: "waiting" }
  | { name: "running" }
  | { name: "done"; outputs: Outputs; labels: readonly Label[] }
  | { name: "failed"; failure: Failure; withWholeCall: boolean };

/** Never changed in place: a new state is a new object with the same id. */
export interface Photo {
  readonly id: number;
  readonly file: File;
  readonly state: PhotoState;
}

/** What was found on a photo, or why nothing was. */
export type PhotoResult = PhotoAnswer | { file: File; error: Failure };

export interface PhotoAnswer {
  file: File;
  /** All that the method gave, by name. */
  outputs: Outputs;
  /** Its labels, best first. */
  labels: readonly Label[];
}

/** `undefined` as long as there is none. */
export function resultOf({ file, state }: Photo): PhotoResult | undefined {
  if (state.name === "done") return { file, outputs: state.outputs, labels: state.labels };
  if (state.name === "failed") return { file, error: state.failure };
  return undefined;
}

/** Whether sending the photo again may help. */
export function canRetry({ state }: Photo): boolean {
  return state.name === "failed" && state.failure.kind !== "file";
}

export interface Tally {
  /** Photos that have labels. */
  done: number;
  failed: number;
  /** All photos, those still waiting included. */
  total: number;
}

export function tally(photos: readonly Photo[]): Tally {
  const count = (name: PhotoState["name"]) => photos.filter(({ state }) => state.name === name).length;
  return { done: count("done"), failed: count("failed"), total: photos.length };
}
