/** The committed bounds of the package's sizes, and the table of them in docs/performance.md. */

import { readFileSync, writeFileSync } from "node:fs";

type Sizes = Readonly<Record<string, number>>;

const BUDGET = "build/size/budget.json";
const PAGE = "docs/performance.md";
const TABLE = /(?<=<!-- npm run size -- --write -->\n\n)(?:\|.*\n)+/;

/** Bounds are whole hundreds and one more, since one Node's zlib packs a little better than the next one's. */
const STEP = 100;

export const readBudget = () => JSON.parse(readFileSync(BUDGET, "utf8")) as Sizes;

/** @returns what is above its bound, a sentence each; nothing when all is well */
export function tooLarge(sizes: Sizes, budget: Sizes): string[] {
  return Object.entries(sizes).flatMap(([page, size]) => {
    const bound = budget[page];
    if (bound !== undefined && size <= bound) return [];
    const seen = bound === undefined ? "has no bound" : `is above its bound of ${kilobytes(bound)}`;
    return `${page}: ${kilobytes(size)} of gzip ${seen}: make it smaller, or take today's sizes for bounds (npm run size -- --write).`;
  });
}

/** Today's sizes become the bounds, and the table of the page. */
export function writeBudget(sizes: Sizes): void {
  const bounds = Object.entries(sizes).map(([page, size]) => [page, (Math.ceil(size / STEP) + 1) * STEP]);
  writeFileSync(BUDGET, `${JSON.stringify(Object.fromEntries(bounds), null, 2)}\n`);
  const text = readFileSync(PAGE, "utf8");
  if (!TABLE.test(text)) throw new Error(`${PAGE} has no table below <!-- npm run size -- --write -->`);
  writeFileSync(PAGE, text.replace(TABLE, tableOf(Object.fromEntries(bounds))));
}

/** As docs/performance.md has it. */
export function tableOf(budget: Sizes): string {
  const rows = Object.entries(budget).map(([page, bound]) => `| ${page} | ${kilobytes(bound)} |`);
  return `${["| a page that imports | gzip, at most |", "|---|---|", ...rows].join("\n")}\n`;
}

export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
