/** Which classes a matrix shows: those with most mistakes, those that are searched, or a window of all. */

import type { Figures } from "../../evaluation/index.ts";

/** Places in `figures.classes`; -1 among the columns is no answer. */
export interface MatrixPart {
  rows: readonly number[];
  columns: readonly number[];
}

/** Photos by `truth,predicted`. */
export function cellsOf({ confusion }: Figures): ReadonlyMap<string, number> {
  return new Map(confusion.map(({ truth, predicted, photos }) => [`${truth},${predicted}`, photos]));
}

/** All classes by name. */
export function byName({ classes }: Figures): number[] {
  return [...classes.keys()].sort((a, b) => classes[a]!.name.localeCompare(classes[b]!.name));
}

/** The classes with most mistakes, theirs and those for which others were taken, the worst first. */
function worstClasses({ classes, confusion }: Figures): number[] {
  const mistakes = new Float64Array(classes.length);
  for (const { truth, predicted, photos } of confusion) {
    if (truth === predicted) continue;
    mistakes[truth]! += photos;
    if (predicted >= 0) mistakes[predicted]! += photos;
  }
  return [...classes.keys()].sort(
    (a, b) => mistakes[b]! - mistakes[a]! || classes[a]!.name.localeCompare(classes[b]!.name),
  );
}

/** Those whose name holds the query, and behind them those that they are mixed up with. */
export function searched(figures: Figures, query: string, most: number): MatrixPart {
  const { classes, confusion } = figures;
  const found = worstClasses(figures).filter((i) =>
    classes[i]!.name.toLowerCase().includes(query.toLowerCase()),
  );
  const rows = new Set(found.slice(0, most));
  for (const { truth, predicted } of confusion) {
    if (rows.size >= most) break;
    if (found.includes(truth) && predicted >= 0) rows.add(predicted);
    else if (found.includes(predicted)) rows.add(truth);
  }
  return square(figures, query === "" || found.length > 0 ? [...rows] : []);
}

/** @param at where in all classes by name, as shares from 0 to 1 */
export function windowAt(figures: Figures, at: { row: number; column: number }, most: number): MatrixPart {
  const all = byName(figures);
  const some = (share: number) => {
    const first = Math.round(share * all.length - most / 2);
    const from = Math.max(0, Math.min(all.length - most, first));
    return all.slice(from, from + most);
  };
  const rows = some(at.row);
  return { rows, columns: [...some(at.column), ...noAnswer(figures, rows)] };
}

function square(figures: Figures, rows: readonly number[]): MatrixPart {
  const sorted = byName(figures).filter((i) => rows.includes(i));
  return { rows: sorted, columns: [...sorted, ...noAnswer(figures, sorted)] };
}

function noAnswer({ confusion }: Figures, rows: readonly number[]): number[] {
  return confusion.some(({ truth, predicted }) => predicted < 0 && rows.includes(truth)) ? [-1] : [];
}
