/** Where rows of the result go. */

export interface Target {
  data: Uint8ClampedArray;
  /** Of the first row's first value. */
  start: number;
  /** From a row to the next. */
  rowBytes: number;
  rows: number;
  /** Of a row: three for each pixel. */
  values: number;
}
