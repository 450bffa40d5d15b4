/** Which of a photo's labels the app shows, saves and searches. */

import type { Label, Photo } from "../../../photos/index.ts";

/** As many as resnet50's `classify_top5` gives. */
export const MOST_LABELS = 5;

/** Best first; none while nothing is known of it. */
export function shownLabels({ state }: Photo): readonly Label[] {
  return state.name === "done" ? state.labels.slice(0, MOST_LABELS) : [];
}
