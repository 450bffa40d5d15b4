/**
 * Peak memory of one call: a fresh Chromium for each, whose processes' memory (PSS: what is shared counts in part)
 * is read from /proc as fast as it can be while the page makes the call. Linux only.
 */

import { readdirSync, readFileSync } from "node:fs";
import { openChromium } from "./chromium.ts";
import { PEERS } from "./generate.ts";
import { median, table } from "./report.ts";
import type { BenchServer } from "./server.ts";
import { WORK_TEXTS, type WorkName } from "./work.ts";

const MB = 2 ** 20;
const ROWS: WorkName[] = ["tensor-up", "file-up", "jpegs", "tensor-down"];

interface Peak {
  /** Growth of all of Chromium's processes, in bytes. */
  processes: number;
  /** Growth of the page's own heap with its array buffers, in bytes. */
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
    const peaks = new Map<string, Peak[]>(Object.keys(stacks).map((stack) => [stack, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [stack, list] of peaks) list.push(await measure(server, stack, work));
    }
    const cells = [...peaks.values()].map((list) => {
      const of = (key: keyof Peak) => (median(list.map((peak) => peak[key])) / MB).toFixed(0);
      return `${of("processes")} (${of("heap")})`;
    });
    rows.push([WORK_TEXTS[work].text, ...cells]);
  }
  return table(["MB", ...Object.values(stacks)], rows);
}

async function measure(server: BenchServer, stack: string, work: WorkName): Promise<Peak> {
  const begins = server.posted("memory-begins");
  const posted = server.posted("result");
  const chromium = await openChromium(`${server.address}/?memory=${stack}&work=${work}`);
  try {
    await Promise.race([begins, posted]);
    const processes = processesOf(chromium.profile);
    const idle = memoryOf(processes);
    let peak = idle;
    let over = false;
    const heap = posted.finally(() => {
      over = true;
    });
    server.go();
    while (!over) {
      peak = Math.max(peak, memoryOf(processes));
      await new Promise((next) => setTimeout(next, 2));
    }
    return { processes: peak - idle, heap: (await heap) as number };
  } finally {
    await chromium.close();
  }
}

function processesOf(profile: string): string[] {
  const mine = readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(profile);
    } catch {
      return false;
    }
  });
  return mine;
}

function memoryOf(pids: string[]): number {
  let kilobytes = 0;
  for (const pid of pids) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "latin1"))?.[1]);
    } catch {
      // It has ended.
    }
  }
  return kilobytes * 1024;
}
