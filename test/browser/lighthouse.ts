/**
 * `npm run lighthouse`: Lighthouse's figures for each page of the built app, measured headless on its slow phone
 * with slow 4G: the median of five rounds. Lighthouse is installed in .cache/lighthouse, so that nobody's install carries it.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "../setup/browser.ts";
import { startApp } from "./app-server.ts";

/** The last one that runs on Node 20. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const FOLDER = resolve(".cache/lighthouse");
const LEAST = 95;
const PORT = 9333;

/** The median of so many counts: a machine that is busy otherwise has its part in each. */
const ROUNDS = Number(process.argv[2] ?? 5);

/** What is used of Lighthouse's result. */
interface Audit {
  id: string;
  title: string;
  score: number | null;
  scoreDisplayMode: string;
  displayValue?: string;
}
interface Lhr {
  categories: Record<string, { title: string; score: number }>;
  audits: Record<string, Audit>;
}

const manifest = `${FOLDER}/node_modules/lighthouse/package.json`;
if (!existsSync(manifest)) {
  const words = ["install", "--prefix", FOLDER, "--no-audit", "--no-fund", "--loglevel=error", LIGHTHOUSE];
  if (spawnSync("npm", words, { stdio: "inherit" }).status !== 0) process.exit(1);
}
const entry = createRequire(manifest).resolve("lighthouse");
const { default: lighthouse } = await import(pathToFileURL(entry).href);

const found = await findBrowser();
if ("missing" in found) throw new Error(found.missing);
const browser = await chromium.launch({
  executablePath: found.path,
  args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${PORT}`],
});
const app = await startApp();
const rounds: Record<string, Lhr[]> = { classify: [], add: [], playground: [] };
try {
  for (let round = 0; round < ROUNDS; round++) {
    for (const [page, results] of Object.entries(rounds)) {
      const { lhr } = await lighthouse(`${app.url}/#/${page}`, {
        port: PORT,
        logLevel: "error",
        onlyCategories: ["performance", "accessibility", "best-practices"],
      });
      results.push(lhr);
    }
  }
} finally {
  await browser.close();
  await app.close();
}

const performanceOf = ({ categories }: Lhr) => Math.round(categories.performance!.score * 100);
let good = true;
for (const [page, results] of Object.entries(rounds)) {
  results.sort((a, b) => performanceOf(a) - performanceOf(b));
  const median = results[results.length >> 1]!;
  const scores = Object.values(median.categories).map(({ title, score }) => [title, Math.round(score * 100)]);
  const [fcp, lcp, tbt, cls] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ].map((id) => median.audits[id]!.displayValue);
  console.log(
    `${page}: ${scores.map((pair) => pair.join(" ")).join(", ")} (FCP ${fcp}, LCP ${lcp}, TBT ${tbt}, CLS ${cls}); performance in ${ROUNDS} rounds: ${results.map(performanceOf).join(", ")}`,
  );
  for (const audit of Object.values(median.audits)) {
    if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative") {
      console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`);
    }
  }
  good &&= scores.every(([, score]) => Number(score) >= LEAST);
}
if (!good) {
  console.error(`A figure is below ${LEAST}.`);
  process.exitCode = 1;
}
