/** What is to be reached, row by row, and whether it was. */

import { median } from "./report.ts";
import { PEER_NAMES, STACKS, type StackName } from "./stacks.ts";
import { type Row, ratios, standing } from "./standing.ts";
import type { WorkName } from "./work.ts";

/** Left out, the column is ours. */
type Target =
  /** At most this ratio to another column. */
  | { column?: StackName; most: number; over: StackName }
  /** At most so much. */
  | { column?: StackName; most: number; unit: string }
  /** Not behind any of these by more than the noise. */
  | { column?: StackName; aheadOf: readonly StackName[]; called: string };

const PEERS: Target = { aheadOf: PEER_NAMES, called: "any peer" };
const BY_HAND: Target = { aheadOf: ["by-hand"], called: "a call by hand" };
const BASE: Target = { aheadOf: ["base"], called: "the base" };

/** Time of a call, where the raw call is measured in Chromium. */
const CHROMIUM: Partial<Record<WorkName, readonly Target[]>> = {
  small: [{ most: 1.08, over: "raw" }, BY_HAND],
  jpegs: [{ most: 0.8, over: "raw" }],
  "tensor-up": [{ most: 0.9, over: "raw" }],
  "file-up": [{ most: 1.1, over: "raw-blob" }],
  "tensor-down": [{ most: 0.65, over: "raw" }],
  "scores-down": [{ most: 1.05, over: "raw" }],
};

/** In the other browsers ours is to be ahead of the peers. */
export const callTargets = (work: WorkName, engine: string): readonly Target[] => [
  ...((engine === "chromium" && CHROMIUM[work]) || []),
  PEERS,
];

export const MEMORY_TARGETS: Partial<Record<WorkName, readonly Target[]>> = {
  "tensor-up": [{ most: 60, unit: "MB" }, BASE],
  "file-up": [BASE],
  jpegs: [BASE],
  "tensor-down": [{ most: 49, unit: "MB" }, BASE],
};

export const DECODE_TARGETS: Partial<Record<WorkName, readonly Target[]>> = {
  "scores-down": [{ most: 0.6, over: "base" }],
};

export const LINK_TARGETS: readonly Target[] = [PEERS];
export const COMPRESSED_TARGETS: readonly Target[] = [{ column: "ours-compressed", most: 0.5, over: "ours" }];

/** Bytes of gzip. */
export const SIZE_TARGET = 36_000;

/** For a table's cell: each target, whether it was met, and what was reached. */
export function verdicts(row: Row, targets: readonly Target[] = []): string {
  return targets.map((target) => verdict(row, target)).join("; ");
}

function verdict(row: Row, target: Target): string {
  const { column = "ours" } = target;
  if ("aheadOf" in target) {
    return `not behind ${target.called}: ${standing(row, column, target.aheadOf) ?? "not measured"}`;
  }
  const values = "over" in target ? ratios(row, column, target.over) : row[column];
  const text =
    "over" in target ? `≤ ${target.most} × ${STACKS[target.over].title}` : `≤ ${target.most} ${target.unit}`;
  if (!values || typeof values === "string" || values.length === 0) return `${text}: not measured`;
  const reached = median(values);
  return `${text}: ${reached <= target.most ? "met" : "**missed**"}, ${reached.toFixed("over" in target ? 2 : 0)}`;
}
