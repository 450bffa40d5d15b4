/** Figures of docs/performance.md: sizes are those of the budget, which today's code keeps; times are the bench's. */

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readBudget, tableOf, tooLarge } from "../../build/size/budget.ts";
import { measureSizes } from "../../build/size/measure.ts";

const page = readFileSync("docs/performance.md", "utf8");

it("the package's entries are within their size budget, and no bound is far above (npm run size -- --write)", async () => {
  const budget = readBudget();
  const sizes = await measureSizes();
  expect(tooLarge(sizes, budget)).toEqual([]);
  const loose = Object.entries(budget).filter(([name, bound]) => bound > 1.02 * (sizes[name] ?? 0) + 200);
  expect(loose).toEqual([]);
}, 60_000);

it("the page's table is the budget's (npm run size -- --write)", () => {
  expect(page).toContain(tableOf(readBudget()));
});

it("a size above its bound is told by name, with what to do", () => {
  expect(tooLarge({ "`a`": 1201, "`b`": 100 }, { "`a`": 1200, "`b`": 100 })).toEqual([
    "`a`: 1.2 KB of gzip is above its bound of 1.2 KB: make it smaller, or take today's sizes for bounds (npm run size -- --write).",
  ]);
});

it("every ratio on the page is one of the benchmarks'", () => {
  const benchmarks = readFileSync("docs/benchmarks.md", "utf8");
  const ratios = page.match(/\b\d\.\d\d\b/g)!;
  expect(ratios.filter((ratio) => !benchmarks.includes(ratio))).toEqual([]);
  expect(ratios.length).toBeGreaterThan(15);
});
