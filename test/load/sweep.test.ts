/** What a load's figures are made of. */

import { describe, expect, it, vi } from "vitest";
import { histogram, type Made, percentile, type StepResult, sweep } from "../../src/load/index.ts";

const good = (answered: number): Made => ({ answered, errors: new Map() });
const never = new AbortController().signal;

async function all(results: AsyncIterable<StepResult>): Promise<StepResult[]> {
  const list: StepResult[] = [];
  for await (const one of results) list.push(one);
  return list;
}

describe("percentile", () => {
  it("is the least time that the share is not above: of 1 to 100, 95 % are at most 95", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect([0, 0.5, 0.95, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 95, 99, 100]);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe("histogram", () => {
  it("has each time in one bin, from the least to the greatest, of which three double", () => {
    const bins = histogram([1, 1.1, 2, 7.9]);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(bins[0]).toEqual({ from: 1, to: 2 ** (1 / 3), count: 2 });
    expect(bins.at(-1)!.from).toBeLessThanOrEqual(7.9);
    expect(bins.at(-1)!.to).toBeGreaterThan(7.9);
    expect(bins.every(({ to }, i) => i === bins.length - 1 || bins[i + 1]!.from === to)).toBe(true);
    expect(bins).toHaveLength(9);
  });

  it("takes a time of zero, and none at all", () => {
    expect(histogram([0])).toHaveLength(1);
    expect(histogram([])).toEqual([]);
  });
});

describe("sweep", () => {
  it("keeps so many calls under way, and ends a step at its number of calls; the first is not counted", async () => {
    let [open, most, made] = [0, 0, 0];
    const make = async (batch: number) => {
      made++;
      most = Math.max(most, ++open);
      await Promise.resolve();
      open--;
      return good(batch);
    };
    const [step] = await all(sweep([{ concurrency: 3, batch: 4 }], { ms: 60_000, calls: 10 }, make, never));
    expect([made, most]).toEqual([11, 3]);
    expect(step).toMatchObject({ concurrency: 3, batch: 4, calls: 10, errors: {} });
    expect(step!.times).toHaveLength(10);
    expect(step!.perSecond).toBeCloseTo((40 / step!.ms) * 1000);
  });

  it("ends a step at its time, with the calls that had begun", async () => {
    vi.useFakeTimers();
    try {
      const make = async () => {
        await new Promise((over) => setTimeout(over, 30));
        return good(1);
      };
      const done = all(sweep([{ concurrency: 2, batch: 1 }], { ms: 100, calls: 1000 }, make, never));
      await vi.advanceTimersByTimeAsync(1000);
      const [step] = await done;
      expect(step).toMatchObject({ calls: 8, ms: 120, p50: 30, p99: 30 });
      expect(step!.perSecond).toBeCloseTo(8 / 0.12);
    } finally {
      vi.useRealTimers();
    }
  });

  it("counts what failed by kind, and goes on", async () => {
    let calls = 0;
    const make = async (): Promise<Made> =>
      ++calls % 2 ? good(2) : { answered: 1, errors: new Map([["model-failed", 1]]) };
    const sizes = [1, 2].map((concurrency) => ({ concurrency, batch: 2 }));
    const steps = await all(sweep(sizes, { ms: 60_000, calls: 4 }, make, never));
    expect(steps.map(({ errors }) => errors)).toEqual([{ "model-failed": 2 }, { "model-failed": 2 }]);
  });

  it("makes no second call where the first was not answered", async () => {
    const make = vi.fn(async (): Promise<Made> => ({ answered: 0, errors: new Map([["worker-down", 1]]) }));
    const sizes = [1, 2].map((concurrency) => ({ concurrency, batch: 1 }));
    const steps = await all(sweep(sizes, { ms: 60_000, calls: 100 }, make, never));
    expect(make).toHaveBeenCalledTimes(1);
    expect(steps).toMatchObject([{ calls: 0, errors: { "worker-down": 1 } }]);
  });

  it("stops for whoever refuses, in the middle of a step", async () => {
    let calls = 0;
    const make = async (): Promise<Made> =>
      ++calls < 5 ? good(1) : { answered: 0, errors: new Map([["refused", 1]]), isHopeless: true };
    const sizes = [1, 2].map((concurrency) => ({ concurrency, batch: 1 }));
    const steps = await all(sweep(sizes, { ms: 60_000, calls: 100 }, make, never));
    expect(calls).toBe(5);
    expect(steps).toMatchObject([{ calls: 4, errors: { refused: 1 } }]);
  });

  it("that is ended by hand says what it came to until then", async () => {
    const stopped = new AbortController();
    let calls = 0;
    const make = async () => {
      if (++calls === 4) stopped.abort();
      return good(1);
    };
    const sizes = [1, 2].map((concurrency) => ({ concurrency, batch: 1 }));
    const steps = await all(sweep(sizes, { ms: 60_000, calls: 100 }, make, stopped.signal));
    expect(steps).toMatchObject([{ calls: 2, concurrency: 1 }]);
  });
});
