/** What was measured of calls, as Markdown. */

import { table, withSpread } from "./report.ts";
import type { Pair, Results } from "./samples.ts";
import { STACK_NAMES, STACKS, type StackName } from "./stacks.ts";
import { type Row, relativeTimes } from "./standing.ts";
import { callTargets, verdicts } from "./targets.ts";
import { WORK_TEXTS, WORKS } from "./work.ts";

const block = ({ stack, raw }: Pair) => stack.block / raw.ms;

/** A stack's cell: what was measured, or why nothing was. */
export function cell(values: readonly number[] | string | undefined, digits = 2): string {
  if (values === undefined || values.length === 0) return "";
  return typeof values === "string" ? values : withSpread(values, digits);
}

/** The columns of rows: those that any row has, in the order of all. */
export function columnsOf(rows: readonly Row[], without: readonly StackName[] = []): StackName[] {
  return STACK_NAMES.filter((name) => !without.includes(name) && rows.some((row) => row[name] !== undefined));
}

/** Times of calls, and the longest blocks of the main thread, both ÷ the time of the raw calls beside them. */
export function callTables(results: Results, engine: string): { times: string; blocks: string } {
  const works = WORKS.filter((work) => results[work]);
  const columns = columnsOf(
    works.map((work) => relativeTimes(results[work]!)),
    ["raw"],
  );
  const heads = ["", "raw, ms", ...columns.map((name) => STACKS[name].title)];
  const rowsOf = (of?: (pair: Pair) => number) =>
    works.map((work) => {
      const samples = results[work]!;
      const row = relativeTimes(samples, of);
      const raw = Object.values(samples).flatMap((pairs) =>
        typeof pairs === "string" ? [] : pairs.map((pair) => pair.raw.ms),
      );
      return [WORK_TEXTS[work].text, cell(raw, 1), ...columns.map((name) => cell(row[name]))];
    });
  const judged = rowsOf().map((row, i) => {
    const work = works[i]!;
    return [...row, verdicts(relativeTimes(results[work]!), callTargets(work, engine))];
  });
  return { times: table([...heads, "target"], judged), blocks: table(heads, rowsOf(block)) };
}
