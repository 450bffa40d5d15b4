/** Sizes on the table of photos, in pixels. */

import { fitColumns, type Measures } from "./grid-layout.ts";
import { CAPTION_HEIGHT, PICTURE_RATIO } from "./photo-card.css.ts";
import { SMALL_SIDE } from "./thumbnails.ts";

const NARROWEST_CARD = 200;
/** On a wide table cards grow too, not only their number. */
const WIDE_TABLE = 1500;
const NARROWEST_ON_WIDE = 240;
const GAP_X = 24;
const GAP_Y = 28;
const HEADING_HEIGHT = 44;

/** As few as these are looked at, not looked through. */
export const FEW = 3;
const WIDEST_OF_FEW = 560;
/** One alone has its caption beside it from here on. */
const ROOM_FOR_BOTH = 640;
const LOWEST_ALONE = 320;
const HIGHEST_ALONE = 640;
/** What lies over the table on a screen with one photo. */
const ABOVE = 270;

/** Longest side of a picture in its own pixels, where there are few. */
const SIDE_OF_FEW = 1280;

interface Table {
  /** Of the table. */
  width: number;
  /** Of the window. */
  height: number;
  /** Height of a control: more where a finger is to hit it. */
  control: number;
  /** Whether sections have headings. */
  grouped: boolean;
  /** Photos, those that are not shown too. */
  count: number;
}

export interface CardMeasures extends Measures {
  /** Whether a card's caption stands beside its picture. */
  wide: boolean;
  /** Longest side of a picture in its own pixels. */
  side: number;
}

export function measuresOf({ width, height, control, grouped, count }: Table): CardMeasures {
  const gaps = { gapX: GAP_X, gapY: GAP_Y, headingHeight: grouped ? HEADING_HEIGHT : 0 };
  if (count === 1 && width >= ROOM_FOR_BOTH) {
    const cardHeight = Math.min(HIGHEST_ALONE, Math.max(LOWEST_ALONE, height - ABOVE));
    return { ...gaps, columns: 1, cardWidth: width, cardHeight, wide: true, side: SIDE_OF_FEW };
  }
  const fits = fitColumns(width, width > WIDE_TABLE ? NARROWEST_ON_WIDE : NARROWEST_CARD, GAP_X);
  const few = count <= FEW && count < fits.columns;
  const { columns, cardWidth } = few ? ofFew(width, count) : fits;
  const cardHeight = Math.ceil(cardWidth * PICTURE_RATIO) + control + 4 + CAPTION_HEIGHT;
  return { ...gaps, columns, cardWidth, cardHeight, wide: false, side: few ? SIDE_OF_FEW : SMALL_SIDE };
}

/** A card's style; one that takes the table's width does so while that changes, too. */
export function cardPlace(
  x: number,
  y: number,
  { cardWidth, cardHeight }: CardMeasures,
  tableWidth: number,
): string {
  return `left: ${x}px; top: ${y}px; width: ${cardWidth === tableWidth ? "100%" : `${cardWidth}px`}; height: ${cardHeight}px`;
}

function ofFew(width: number, count: number) {
  return {
    columns: count,
    cardWidth: Math.min(WIDEST_OF_FEW, Math.floor((width - GAP_X * (count - 1)) / count)),
  };
}
