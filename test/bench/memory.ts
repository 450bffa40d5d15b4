/** Peak memory of one call, each in a fresh Chromium. */

import { PEERS } from "./generate.ts";
import { MB, peakMemory } from "./peak-memory.ts";
import { median, table } from "./report.ts";
import type { BenchServer } from "./server.ts";
import { WORK_TEXTS, type WorkName } from "./work.ts";

const ROWS: WorkName[] = ["tensor-up", "file-up", "jpegs", "tensor-down"];

interface Growth {
  /** Of all of Chromium's processes, in bytes. */
  processes: number;
  /** Of the page's own heap with its array buffers, in bytes. */
  heap: number;
}

/** MB above idle: all processes, and in brackets the page's own heap with its array buffers. */
export async function memoryTable(
  server: BenchServer,
  rounds: number,
  names: string[],
  works: string[],
): Promise<string> {
  const all: Record<string, string> = { raw: "raw `fetch`", ours: "ours", ...PEERS };
  const stacks = Object.fromEntries(["raw", ...names].map((name) => [name, all[name]!]));
  const rows: string[][] = [];
  for (const work of ROWS.filter((name) => works.includes(name))) {
    process.stderr.write(`  memory: ${WORK_TEXTS[work].text} …\n`);
    const peaks = new Map<string, Growth[]>(Object.keys(stacks).map((stack) => [stack, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [stack, list] of peaks) list.push(await measure(server, stack, work));
    }
    const cells = [...peaks.values()].map((list) => {
      const of = (key: keyof Growth) => (median(list.map((peak) => peak[key])) / MB).toFixed(0);
      return `${of("processes")} (${of("heap")})`;
    });
    rows.push([WORK_TEXTS[work].text, ...cells]);
  }
  return table(["MB", ...Object.values(stacks)], rows);
}

async function measure(server: BenchServer, stack: string, work: WorkName): Promise<Growth> {
  const url = `${server.address}/?memory=${stack}&work=${work}`;
  const { processes, result } = await peakMemory(url, server.posts);
  return { processes, heap: result as number };
}
