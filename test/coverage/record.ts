/** What of the client a Chromium page ran, as V8 counted it: one file for each page, in `COVERAGE_DIR`. */

import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

type Entry = Awaited<ReturnType<Page["coverage"]["stopJSCoverage"]>>[number];

/** A script that has a source map, and its counts. */
export interface RecordedScript extends Pick<Entry, "url" | "functions"> {
  source: string;
  map: { sources: string[]; sourceRoot?: string };
}

/** Counts from now on until the page is closed, and writes then. Workers of the page are not counted. */
export async function recordCoverage(page: Page, folder: string): Promise<void> {
  await page.coverage.startJSCoverage({ resetOnNavigation: false });
  const close = page.close.bind(page);
  page.close = async (options) => {
    const scripts = await Promise.all((await page.coverage.stopJSCoverage()).map(withMap));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(scripts.filter((one) => one)));
    await close(options);
  };
}

async function withMap({ url, functions, source = "" }: Entry): Promise<RecordedScript | undefined> {
  const link = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(source)?.[1];
  if (link === undefined) return undefined;
  const map = (await (await fetch(new URL(link, url))).json()) as RecordedScript["map"];
  return { url, functions, source, map };
}
