/**
 * `npm run lighthouse`: Lighthouse's figures for each page of the built app, measured headless on its slow phone
 * with slow 4G. Lighthouse is installed in .cache/lighthouse, so that nobody's install carries it.
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
let good = true;
try {
  for (const page of ["classify", "add", "playground"]) {
    const { lhr }: { lhr: Lhr } = await lighthouse(`${app.url}/#/${page}`, {
      port: PORT,
      logLevel: "error",
      onlyCategories: ["performance", "accessibility", "best-practices"],
    });
    const scores = Object.values(lhr.categories).map(({ title, score }) => [title, Math.round(score * 100)]);
    const [fcp, lcp, tbt, cls] = [
      "first-contentful-paint",
      "largest-contentful-paint",
      "total-blocking-time",
      "cumulative-layout-shift",
    ].map((id) => lhr.audits[id]!.displayValue);
    console.log(
      `${page}: ${scores.map((pair) => pair.join(" ")).join(", ")} (FCP ${fcp}, LCP ${lcp}, TBT ${tbt}, CLS ${cls})`,
    );
    for (const audit of Object.values(lhr.audits)) {
      if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative") {
        console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`);
      }
    }
    good &&= scores.every(([, score]) => Number(score) >= LEAST);
  }
} finally {
  await browser.close();
  await app.close();
}
if (!good) {
  console.error(`A figure is below ${LEAST}.`);
  process.exitCode = 1;
}
