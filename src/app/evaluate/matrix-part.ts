/** Which classes a matrix shows: those that are mixed up most, those that are searched, or a window of all. */

import type { Figures } from "../../evaluation/index.ts";

/** Places in `figures.classes`; -1 among the columns is no answer. */
export interface MatrixPart {
  rows: readonly number[];
  columns: readonly number[];
}

const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Photos by `truth,predicted`. */
export function cellsOf({ confusion }: Figures): ReadonlyMap<string, number> {
  return new Map(confusion.map(({ truth, predicted, photos }) => [`${truth},${predicted}`, photos]));
}

/** All classes by name. */
export function byName({ classes }: Figures): number[] {
  return [...classes.keys()].sort((a, b) => compare(classes[a]!.name, classes[b]!.name));
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
    (a, b) => mistakes[b]! - mistakes[a]! || compare(classes[a]!.name, classes[b]!.name),
  );
}

/** The classes that are mixed up most, side by side, and behind them those with most mistakes; few ones by name. */
export function mostMixedUp(figures: Figures, most: number): MatrixPart {
  if (figures.classes.length <= most) return square(figures, byName(figures));
  const rows = new Set<number>();
  for (const { truth, predicted } of figures.confusion) {
    if (truth !== predicted && predicted >= 0) rows.add(truth).add(predicted);
  }
  return square(figures, [...new Set([...rows, ...worstClasses(figures)])].slice(0, most));
}

/** Those whose name holds the query, the worst first, and behind them those that they are mixed up with. */
export function searched(figures: Figures, query: string, most: number): MatrixPart {
  const { classes, confusion } = figures;
  const found = worstClasses(figures).filter((i) => classes[i]!.name.toLowerCase().includes(query));
  const isFound = new Set(found);
  const partners = confusion.flatMap(({ truth, predicted }) => {
    if (isFound.has(truth) && predicted >= 0) return [predicted];
    return isFound.has(predicted) ? [truth] : [];
  });
  return square(figures, [...new Set([...found, ...partners])].slice(0, most));
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
  return { rows, columns: [...rows, ...noAnswer(figures, rows)] };
}

function noAnswer({ confusion }: Figures, rows: readonly number[]): number[] {
  const shown = new Set(rows);
  return confusion.some(({ truth, predicted }) => predicted < 0 && shown.has(truth)) ? [-1] : [];
}
