/** Peak memory of one call, each in a fresh Chromium. */

import { MB, peakMemory } from "./peak-memory.ts";
import { median, table } from "./report.ts";
import type { BenchServer } from "./server.ts";
import { STACKS, type StackName } from "./stacks.ts";
import { MEMORY_TARGETS, verdicts } from "./targets.ts";
import { WORK_TEXTS, type WorkName } from "./work.ts";

const ROWS: WorkName[] = ["tensor-up", "file-up", "jpegs", "tensor-down"];

interface Growth {
  /** Of all of Chromium's processes, in MB. */
  processes: number;
  /** Of the page's own heap with its array buffers, in MB. */
  heap: number;
}

/** MB above idle: all processes, and in brackets the page's own heap with its array buffers. */
export async function memoryTable(
  server: BenchServer,
  rounds: number,
  chosen: readonly StackName[],
  works: readonly string[],
): Promise<string> {
  const stacks: StackName[] = ["raw", ...chosen.filter((name) => name !== "by-hand")];
  const rows: string[][] = [];
  for (const work of ROWS.filter((name) => works.includes(name))) {
    process.stderr.write(`  memory: ${WORK_TEXTS[work].text} …\n`);
    const peaks = new Map<StackName, Growth[]>(stacks.map((stack) => [stack, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [stack, list] of peaks) list.push(await measure(server, stack, work));
    }
    const of = (key: keyof Growth) =>
      [...peaks].map(([name, list]) => [name, list.map((peak) => peak[key])] as const);
    const heaps = new Map(of("heap"));
    const cells = of("processes").map(
      ([name, values]) => `${median(values).toFixed(0)} (${median(heaps.get(name)!).toFixed(0)})`,
    );
    const judged = verdicts(Object.fromEntries(of("processes")), MEMORY_TARGETS[work]);
    rows.push([WORK_TEXTS[work].text, ...cells, judged]);
  }
  return table(["MB", ...stacks.map((name) => STACKS[name].title), "target"], rows);
}

async function measure(server: BenchServer, stack: StackName, work: WorkName): Promise<Growth> {
  const url = `${server.address}/?memory=${stack}&work=${work}`;
  const { processes, result } = await peakMemory(url, server.posts);
  return { processes: processes / MB, heap: (result as number) / MB };
}
