/** A sweep as a table, a row for each step. */

import type { LoadRun } from "./load-run.ts";

const HEAD = [
  ...[
    "address",
    "servable",
    "method",
    "version",
    "concurrency",
    "batch",
    "calls",
    "ms",
    "answers_per_second",
  ],
  ...["p50_ms", "p95_ms", "p99_ms", "failed", "errors"],
];

export function loadCsv({
  address,
  target,
  results,
}: Pick<LoadRun, "address" | "target" | "results">): (string | number | undefined)[][] {
  const rows = results.map((step) => {
    const errors = Object.entries(step.errors);
    const known = (figure: number) => (Number.isNaN(figure) ? undefined : figure);
    return [
      ...[address, target.servable, target.method, target.version],
      ...[step.concurrency, step.batch, step.calls, step.ms, step.perSecond],
      ...[step.p50, step.p95, step.p99].map(known),
      errors.reduce((sum, [, count]) => sum + count, 0),
      errors.map(([kind, count]) => `${count} ${kind}`).join("; "),
    ];
  });
  return [HEAD, ...rows];
}
