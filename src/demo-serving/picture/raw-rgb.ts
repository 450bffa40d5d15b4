/** A decoded picture. */
export interface RawRgb {
  /** uint8 RGB, rows from the top. */
  data: Uint8Array;
  width: number;
  height: number;
}

export const CHANNELS = 3;
