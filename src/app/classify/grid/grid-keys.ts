/** Where the arrow keys and their like lead in the table of photos. */

import type { GridLayout } from "./grid-layout.ts";

/**
 * @param count of all cards
 * @param rowsInSight whole rows, at least 1: the length of a page
 * @returns index of the card, perhaps out of range at either end; `undefined` when the key leads nowhere
 */
export function keyTarget(
  key: string,
  index: number,
  { layout, count, rowsInSight }: { layout: GridLayout; count: number; rowsInSight: number },
): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return index - 1;
    case "ArrowRight":
      return index + 1;
    case "ArrowUp":
      return layout.above(index, -1);
    case "ArrowDown":
      return layout.above(index, 1);
    case "PageUp":
      return layout.above(index, -rowsInSight);
    case "PageDown":
      return layout.above(index, rowsInSight);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
