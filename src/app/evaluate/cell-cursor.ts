/** A cursor among the cells of all classes by name: by keys, and by a pointer that is blunter than a cell. */

import type { Figures } from "../../evaluation/index.ts";
import { byName } from "./matrix-part.ts";

/** Places among all classes by name, from 0. */
export interface Cell {
  row: number;
  column: number;
}

export interface Cells {
  /** By place, the class in `figures.classes`. */
  classes: readonly number[];
  /** Cells that have photos. */
  filled: readonly (Cell & { photos: number })[];
}

export function cellsByName(figures: Figures): Cells {
  const classes = byName(figures);
  const places = new Int32Array(classes.length);
  for (const [place, i] of classes.entries()) places[i] = place;
  const filled = figures.confusion.flatMap(({ truth, predicted, photos }) =>
    predicted < 0 ? [] : [{ row: places[truth]!, column: places[predicted]!, photos }],
  );
  return { classes, filled };
}

export function photosAt({ filled }: Cells, { row, column }: Cell): number {
  return filled.find((cell) => cell.row === row && cell.column === column)?.photos ?? 0;
}

/**
 * @param isFar to the next cell with photos in that direction
 * @returns `undefined` for a key that moves nothing
 */
export function moved(cells: Cells, from: Cell, key: string, isFar: boolean): Cell | undefined {
  const last = cells.classes.length - 1;
  if (key === "Home") return { ...from, column: 0 };
  if (key === "End") return { ...from, column: last };
  const axis = key === "ArrowLeft" || key === "ArrowRight" ? "column" : "row";
  const other = axis === "column" ? "row" : "column";
  const step = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  if (!key.startsWith("Arrow")) return undefined;
  if (!isFar) return { ...from, [axis]: Math.max(0, Math.min(last, from[axis] + step)) };
  const ahead = cells.filled.filter(
    (cell) => cell[other] === from[other] && (cell[axis] - from[axis]) * step > 0,
  );
  const [next] = ahead.sort((a, b) => (a[axis] - b[axis]) * step);
  return next ? { row: next.row, column: next.column } : from;
}

/**
 * The mistake nearest to a pointer, or the very cell where none is near.
 *
 * @param at as shares of the picture's sides, from 0 to 1
 * @param reach how near, as a share too
 */
export function pointed(cells: Cells, at: Cell, reach: number): Cell {
  const size = cells.classes.length;
  let nearest: Cell | undefined;
  let least = reach;
  for (const { row, column } of cells.filled) {
    if (row === column) continue;
    const distance = Math.hypot((row + 0.5) / size - at.row, (column + 0.5) / size - at.column);
    if (distance >= least) continue;
    least = distance;
    nearest = { row, column };
  }
  const place = (share: number) => Math.max(0, Math.min(size - 1, Math.floor(share * size)));
  return nearest ?? { row: place(at.row), column: place(at.column) };
}
