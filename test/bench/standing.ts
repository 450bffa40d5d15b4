/** How one column stands to others of the same row. */

import { median, quantile, withSpread } from "./report.ts";
import type { Pair, Samples } from "./samples.ts";
import { STACKS, type StackName } from "./stacks.ts";

/** What was measured of each stack, by round, in one unit; a text where a stack can't do it, with why. */
export type Row = Partial<Record<StackName, readonly number[] | string>>;

const ms = ({ stack, raw }: Pair) => stack.ms / raw.ms;

/** Times of calls, each ÷ that of the raw calls beside it. */
export function relativeTimes(samples: Samples, of = ms): Row {
  const rows = Object.entries(samples).map(
    ([name, pairs]) => [name, typeof pairs === "string" ? pairs : pairs.map(of)] as const,
  );
  const rounds = Math.max(0, ...rows.map(([, values]) => (typeof values === "string" ? 0 : values.length)));
  return { ...Object.fromEntries(rows), raw: new Array<number>(rounds).fill(1) };
}

/** One column ÷ another, round by round: what else the machine does then hits both. `undefined` where one has none. */
export function ratios(row: Row, column: StackName, over: StackName): number[] | undefined {
  const [values, others] = [row[column], row[over]];
  if (!values || !others || typeof values === "string" || typeof others === "string") return undefined;
  const rounds = Math.min(values.length, others.length);
  return rounds === 0 ? undefined : values.slice(0, rounds).map((value, round) => value / others[round]!);
}

/** Behind by more than the noise: the middle half of the ratios lies above 1. */
export function isBehind(ratios: readonly number[]): boolean {
  return quantile(ratios, 0.25) > 1;
}

/** A column beside those that it is to be ahead of: those that it is behind, or the one that comes nearest. */
export function standing(row: Row, column: StackName, others: readonly StackName[]): string | undefined {
  const measured = others.flatMap((name) => {
    const values = ratios(row, column, name);
    return values ? [{ name, values }] : [];
  });
  if (measured.length === 0) return undefined;
  const text = (list: typeof measured) =>
    list.map(({ name, values }) => `${STACKS[name].title} ${withSpread(values)}`).join(", ");
  const before = measured.filter(({ values }) => isBehind(values));
  if (before.length > 0) return `**behind** ${text(before)}`;
  const nearest = measured.toSorted((a, b) => median(b.values) - median(a.values))[0]!;
  return `met; nearest: ${text([nearest])}`;
}
