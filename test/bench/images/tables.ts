/** What was measured, as Markdown. */

import type { EngineName } from "../engines.ts";
import { median, table, withSpread } from "../report.ts";
import type { BuildName } from "./build-module.ts";
import { WORKS, type Work, type WorkName } from "./works.ts";

/** ms of the base and of ours in one round. */
export type Pair = Record<BuildName, number>;

/** Pairs of each work; a text for one that this build can't do. */
export type Results = Map<WorkName, Pair[] | string>;

export function timeTable(results: Results, engine: EngineName): string {
  const rows = [...results].map(([name, pairs]) => {
    const { text, target }: Work = WORKS[name];
    if (typeof pairs === "string") return [text, "", "", pairs, ...verdict(undefined, target?.[engine])];
    const ratios = pairs.map(({ base, ours }) => ours / base);
    const times = (["base", "ours"] as const).map((build) =>
      withSpread(
        pairs.map((pair) => pair[build]),
        0,
      ),
    );
    return [text, ...times, withSpread(ratios), ...verdict(ratios, target?.[engine])];
  });
  return table(["", "base, ms", "ours, ms", "ours ÷ base", "target", ""], rows);
}

/** The last two cells of a row: the target, and whether the median reaches it. */
export function verdict(ratios: readonly number[] | undefined, target: number | undefined): [string, string] {
  if (target === undefined) return ["", ""];
  const met = ratios ? (median(ratios) <= target ? "met" : "**missed**") : "";
  return [`≤ ${target}`, met];
}
