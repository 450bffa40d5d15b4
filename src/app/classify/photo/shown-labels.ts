/** A photo's labels, as the app shows, saves and searches them. */

import type { Label, Photo } from "../../../photos/index.ts";

/** As many as a card has room for. */
export const MOST_LABELS = 5;

/** Best first; none while nothing is known of it. */
export function shownLabels({ state }: Photo): readonly Label[] {
  return state.name === "done" ? state.labels : [];
}
