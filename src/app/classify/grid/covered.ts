/** What lies over the page's upper and lower edge: a card that gets the focus is to be clear of it. */

const TOP_PX = 150;
const BOTTOM_PX = 100;

/** Scrolls as little as needed to show what lies from `top` on, in pixels from the screen's upper edge. */
export function scrollToShow(top: number, height: number): void {
  const below = top + height - (innerHeight - BOTTOM_PX);
  if (top < TOP_PX) scrollBy(0, top - TOP_PX);
  else if (below > 0) scrollBy(0, Math.min(below, top - TOP_PX));
}

/** Whole rows in sight, at least one. @param pitch from one row's top to the next one's */
export function rowsInSight(pitch: number): number {
  return Math.max(1, Math.floor((innerHeight - TOP_PX) / pitch));
}
