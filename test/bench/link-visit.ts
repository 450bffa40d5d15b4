/**
 * In a fresh page that has come over a link, as an application's: makes a first call with its stack, then the one that is
 * measured, and tells the page around it how long it took.
 */

import type { Prepare } from "./call.ts";
import { makeWork, type WorkName } from "./work.ts";

/** What it tells: ms. */
export type Visited = { ms: number } | { error: string };

export async function visit(prepare: Prepare): Promise<void> {
  const tell = (visited: Visited) => parent.postMessage(visited, "*");
  try {
    await (await prepare(`${location.origin}/small`, makeWork("small")))();
    // Since the page was asked for.
    const first = performance.now();
    const work = new URLSearchParams(location.search).get("work") as WorkName | null;
    tell({ ms: work ? await timeOf(prepare, work) : first });
  } catch (error) {
    tell({ error: String(error) });
  }
}

/** The connection and the library are there by now. */
async function timeOf(prepare: Prepare, work: WorkName): Promise<number> {
  const call = await prepare(`${location.origin}/${work}`, makeWork(work));
  const started = performance.now();
  await call();
  return performance.now() - started;
}
