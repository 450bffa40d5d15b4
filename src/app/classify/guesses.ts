/** What `classify_top5` answered, as a page shows it. */

import type { Outputs } from "../../client/index.ts";
import { type Label, labelsOf } from "../../photos/index.ts";

/** Most labels of a photo. */
export const MOST_LABELS = 5;

/** @returns at most five labels, in the server's order; `undefined` when there is no text named `label` */
export function guessesOf(outputs: Outputs): Label[] | undefined {
  return labelsOf(outputs)?.slice(0, MOST_LABELS);
}
