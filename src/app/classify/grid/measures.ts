/** Sizes on the table of photos, in pixels. */

import { fitColumns, type Measures } from "./grid-layout.ts";
import { CAPTION_HEIGHT, PICTURE_RATIO } from "./photo-card.css.ts";

const NARROWEST_CARD = 200;
const GAP_X = 24;
const GAP_Y = 28;
const HEADING_HEIGHT = 44;

/**
 * @param width of the table
 * @param control height of a control: more where a finger is to hit it
 * @param grouped whether sections have headings
 */
export function measuresOf(width: number, control: number, grouped: boolean): Measures {
  const { columns, cardWidth } = fitColumns(width, NARROWEST_CARD, GAP_X);
  const cardHeight = Math.ceil(cardWidth * PICTURE_RATIO) + control + 4 + CAPTION_HEIGHT;
  const headingHeight = grouped ? HEADING_HEIGHT : 0;
  return { columns, cardWidth, cardHeight, gapX: GAP_X, gapY: GAP_Y, headingHeight };
}
