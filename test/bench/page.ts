/**
 * Runs in the page: it measures itself and posts what it found, since a debugger that is attached slows a large
 * upload down many times over.
 */

import { callOf, pause, post } from "./call.ts";
import { collectGarbage, measureWork, watchBlocks } from "./measure.ts";
import type { Results } from "./samples.ts";
import type { StackName } from "./stacks.ts";
import { makeWork, WORK_TEXTS, WORKS, type WorkName } from "./work.ts";

/** What is measured beside the chosen stacks, where it says something. */
const BESIDE: Partial<Record<WorkName, StackName[]>> = {
  jpegs: ["raw-blob"],
  "tensor-up": ["raw-blob", "ours-progress"],
  "file-up": ["raw-blob", "ours-progress"],
};

/** Rows for which the call by hand is measured. */
const BY_HAND: readonly WorkName[] = ["small", "scores-down"];

/** One call, while the driver watches the browser's memory; gives the growth of the page's own heap, in bytes. */
async function measureHeap(stack: StackName, work: WorkName): Promise<number> {
  const heap = () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
  await (await callOf(stack, `${location.origin}/small`, makeWork("small")))();
  const call = await callOf(stack, `${location.origin}/${work}`, makeWork(work));
  collectGarbage();
  await pause(700);
  await post("memory-begins", {});
  const idle = heap();
  let peak = idle;
  const stop = watchBlocks(() => {
    peak = Math.max(peak, heap());
  });
  const result = await call();
  peak = Math.max(peak, heap());
  stop();
  // What the call gave is alive until here.
  return result === undefined ? 0 : peak - idle;
}

async function measureAll(works: string[], stacks: StackName[], rounds: number): Promise<Results> {
  const results: Results = {};
  for (const work of WORKS.filter((name) => works.includes(name))) {
    await post("progress", WORK_TEXTS[work].text);
    const chosen = stacks.filter((name) => name !== "by-hand" || BY_HAND.includes(work));
    results[work] = await measureWork(work, [...chosen, ...(BESIDE[work] ?? [])], rounds);
  }
  return results;
}

async function main(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const memoryOf = query.get("memory");
  if (memoryOf) {
    await post("result", await measureHeap(memoryOf as StackName, query.get("work") as WorkName));
    return;
  }
  const profiled = query.get("profile");
  if (profiled) {
    const work = query.get("work") as WorkName;
    const call = await callOf(profiled as StackName, `${location.origin}/${work}`, makeWork(work));
    // For the driver, whose profiler is attached.
    Object.assign(globalThis, {
      async makeCalls(count: number) {
        for (let i = 0; i < count; i++) await call();
      },
    });
    return;
  }
  const stacks = query.get("stacks")!.split(",") as StackName[];
  await post("result", await measureAll(query.get("work")!.split(","), stacks, Number(query.get("rounds"))));
}

main().catch((error) => post("error", `${error?.stack ?? error}`));
