/** What the readers of the formats' heads tell. */

import type { Orientation } from "./exif.ts";

/** Size in pixels as stored, before the orientation is applied. */
export interface StoredSize {
  width: number;
  height: number;
}

export interface HeadFacts {
  orientation: Orientation;
  /** `undefined` where the format's head is not read here, or is broken. */
  size: StoredSize | undefined;
}
