/** In the page: samples of each stack's calls, between raw ones. */

import { type Call, callOf, check, failureText, pause, shuffled } from "./call.ts";
import type { Pair, Sample, Samples } from "./samples.ts";
import type { StackName } from "./stacks.ts";
import { makeWork, WORK_TEXTS, type WorkName } from "./work.ts";

/** Watches how long the main thread stays away from a timer that asks to run at once. */
export function watchBlocks(onTick?: () => void): () => number {
  let longest = 0;
  let last = performance.now();
  let timer: ReturnType<typeof setTimeout>;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    onTick?.();
    timer = setTimeout(tick);
  };
  timer = setTimeout(tick);
  return () => {
    clearTimeout(timer);
    return Math.max(longest, performance.now() - last);
  };
}

/** Where a browser lets pages do so, which Chromium alone does. */
export const collectGarbage = () => (globalThis as { gc?: () => void }).gc?.();

async function sample(call: Call, calls: number): Promise<Sample> {
  if (calls === 1) {
    collectGarbage();
    await pause(10);
  }
  const longestBlock = watchBlocks();
  const started = performance.now();
  for (let i = 0; i < calls; i++) await call();
  const ms = (performance.now() - started) / calls;
  return { ms, block: longestBlock() };
}

/** @param stacks without the raw call */
export async function measureWork(work: WorkName, stacks: StackName[], rounds: number): Promise<Samples> {
  const instances = makeWork(work);
  const { calls, rounds: times = 1 } = WORK_TEXTS[work];
  const results: Samples = {};
  const warmUp = async (stack: StackName) => {
    await check(stack, work, instances);
    const call = await callOf(stack, `${location.origin}/${work}`, instances);
    for (let i = 0; i < times; i++) await sample(call, calls);
    return call;
  };
  const raw = await warmUp("raw");
  const run = new Map<StackName, { call: Call; pairs: Pair[] }>();
  const leaveOut = (stack: StackName, error: unknown) => {
    run.delete(stack);
    results[stack] = failureText(error);
  };
  for (const stack of stacks) {
    try {
      const pairs: Pair[] = [];
      run.set(stack, { call: await warmUp(stack), pairs });
      results[stack] = pairs;
    } catch (error) {
      leaveOut(stack, error);
    }
  }
  for (let round = 0; round < rounds * times; round++) {
    let before = await sample(raw, calls);
    for (const [stack, { call, pairs }] of shuffled([...run])) {
      try {
        const measured = await sample(call, calls);
        const after = await sample(raw, calls);
        const mean = { ms: (before.ms + after.ms) / 2, block: (before.block + after.block) / 2 };
        pairs.push({ raw: mean, stack: measured });
        before = after;
      } catch (error) {
        leaveOut(stack, error);
        before = await sample(raw, calls);
      }
    }
  }
  return results;
}
