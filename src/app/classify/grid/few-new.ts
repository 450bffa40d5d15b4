/** Spreads new cards over frames: a screen full of them at once would hold the page up for longer than a blink. */

import type { PlacedSection } from "./grid-layout.ts";

/**
 * @param wanted what is to be in the page
 * @param isThere whether the card with this index is in the page already
 * @param most new cards, those nearest to the middle of the screen
 * @param middle of the screen, in pixels from the table's top
 * @returns `wanted` without the new cards that are more than `most`; the same object when there are none
 */
export function withFewNew(
  wanted: PlacedSection[],
  isThere: (index: number) => boolean,
  most: number,
  middle: number,
): PlacedSection[] {
  const fresh = wanted.flatMap(({ y, cards }) =>
    cards.flatMap((card) =>
      isThere(card.index) ? [] : [{ index: card.index, away: Math.abs(y + card.y - middle) }],
    ),
  );
  if (fresh.length <= most) return wanted;
  fresh.sort((a, b) => a.away - b.away);
  const later = new Set(fresh.slice(most).map(({ index }) => index));
  return wanted.map((section) => ({
    ...section,
    cards: section.cards.filter(({ index }) => !later.has(index)),
  }));
}
