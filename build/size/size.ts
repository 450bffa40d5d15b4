/** `npm run size`: what the package adds to a page, beside its bounds; `-- --write` takes today's sizes for bounds. */

import process from "node:process";
import { kilobytes, readBudget, tooLarge, writeBudget } from "./budget.ts";
import { measureSizes } from "./measure.ts";

const sizes = await measureSizes();
if (process.argv.includes("--write")) writeBudget(sizes);
const budget = readBudget();
for (const [page, size] of Object.entries(sizes)) {
  console.log(`${kilobytes(size).padStart(8)} of gzip, at most ${kilobytes(budget[page] ?? 0)}: ${page}`);
}
const complaints = tooLarge(sizes, budget);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
