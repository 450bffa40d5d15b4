/** What `classify_top5` answered, as a page shows it. */

import type { Outputs } from "../../client/index.ts";
import { type Label, labelsOf } from "../../elements/classifier/labels.ts";

const MOST = 5;

/** @returns at most five labels, in the server's order; `undefined` when there is no text named `label` */
export function guessesOf(outputs: Outputs): Label[] | undefined {
  return labelsOf(outputs)?.slice(0, MOST);
}
