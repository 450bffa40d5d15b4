/** What axe finds on a page, by WCAG 2.2 AA and its best practices. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @returns a line for each finding; none on a good page */
export async function axeFindings(page: Page): Promise<string[]> {
  // By the debugger, since the page's own policy lets no such script in.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(source);
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}: ${target.flat().join(" ")} ${html.slice(0, 160)}`),
  );
}
