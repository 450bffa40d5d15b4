/**
 * Peak memory of what a page does once: a fresh Chromium, whose processes' memory (PSS: what is shared counts in
 * part) is read from /proc as fast as it can be meanwhile. Linux only.
 */

import { readdirSync, readFileSync } from "node:fs";
import { openChromium } from "./chromium.ts";
import type { Posts } from "./posts.ts";

export const MB = 2 ** 20;

export interface Peak {
  /** Growth of all of Chromium's processes, in bytes. */
  processes: number;
  /** What the page posted as its result. */
  result: unknown;
}

/** @param url of a page that posts "memory-begins", does it when that is answered, and posts "result" */
export async function peakMemory(url: string, posts: Posts): Promise<Peak> {
  const begins = posts.posted("memory-begins");
  const posted = posts.posted("result");
  const chromium = await openChromium(url);
  try {
    await Promise.race([begins, posted]);
    const processes = processesOf(chromium.profile);
    const idle = memoryOf(processes);
    let peak = idle;
    let over = false;
    const result = posted.finally(() => {
      over = true;
    });
    posts.go();
    while (!over) {
      peak = Math.max(peak, memoryOf(processes));
      await new Promise((next) => setTimeout(next, 2));
    }
    return { processes: peak - idle, result: await result };
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
