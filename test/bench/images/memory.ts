/** Peak memory of pictures being made, in Chromium: of one at a time, and of as many as a page has at hand at once. */

import { MB, peakMemory } from "../peak-memory.ts";
import { table, withSpread } from "../report.ts";
import type { BuildName } from "./build-module.ts";
import type { Task } from "./page.ts";
import type { ImageServer } from "./server.ts";
import { verdict } from "./tables.ts";
import { MEMORY_TARGET, WORKS, type Work, type WorkName } from "./works.ts";

const ROWS: { work: WorkName; atOnce: number; target?: number }[] = [
  { work: "upload-640", atOnce: 1, target: MEMORY_TARGET },
  { work: "upload-320", atOnce: 1, target: MEMORY_TARGET },
  { work: "upload-640", atOnce: 8 },
  { work: "tensor-crop", atOnce: 1 },
  { work: "tensor-old", atOnce: 1 },
];

/** The builds take turns, a fresh browser each time. */
export async function memoryTable(
  server: ImageServer,
  rounds: number,
  works: readonly WorkName[],
): Promise<string> {
  const rows: string[][] = [];
  for (const { work, atOnce, target } of ROWS.filter((row) => works.includes(row.work))) {
    const { text, photos, ...steps }: Work = WORKS[work];
    const name = atOnce === 1 ? text : `${atOnce} at once: ${text}`;
    process.stderr.write(`  memory: ${name} …\n`);
    const peaks: Record<BuildName, number[]> = { base: [], ours: [] };
    for (let round = 0; round < rounds; round++) {
      for (const build of ["base", "ours"] as const) {
        const task: Task & { atOnce: number } = { build, step: steps[build], photos, atOnce };
        const query = new URLSearchParams({ memory: JSON.stringify(task) });
        peaks[build].push((await peakMemory(`${server.address}/?${query}`, server.posts)).processes / MB);
      }
    }
    const ratios = peaks.ours.map((peak, i) => peak / peaks.base[i]!);
    rows.push([
      name,
      withSpread(peaks.base, 0),
      withSpread(peaks.ours, 0),
      withSpread(ratios),
      ...verdict(ratios, target),
    ]);
  }
  return table(["", "base, MB", "ours, MB", "ours ÷ base", "target", ""], rows);
}
