/** Instances that fail for a neighbour: client, bridge, and a servable that fails for a batch at a time, as real ones do. */

import { describe, expect, it } from "vitest";
import { Client, type IndexedOutcome, type InferManyOptions, isError } from "../../src/client/index.ts";
import { BatchingServable, serveServables } from "../demo-serving/faulty-servables.ts";

const BATCH = 4;

async function start(retry: boolean) {
  const servable = new BatchingServable(BATCH);
  const url = await serveServables([servable]);
  return { servable, client: () => new Client(url, "batching", "echo", { retry }) };
}

async function* taken(texts: readonly string[]) {
  for (const n of texts) yield { n };
}

/** What each text came to: itself, or `alone` of its error. */
async function outcomesOf(client: Client, texts: readonly string[], options: InferManyOptions = {}) {
  const all: IndexedOutcome[] = [];
  for await (const one of client.inferMany(taken(texts), options)) all.push(one);
  return all
    .sort((a, b) => a.index - b.index)
    .map(({ outcome }) => (isError(outcome) ? `${outcome.kind}, alone: ${outcome.alone}` : outcome.n));
}

/** `count` texts, with these at their places. */
const textsWith = (count: number, bad: Record<number, string>) =>
  Array.from({ length: count }, (_, i) => bad[i] ?? `good ${i}`);

const OWN = "model-failed, alone: true";

describe("an instance that failed beside others", () => {
  it("is sent again alone with retry: a bad one costs only itself", async () => {
    const { servable, client } = await start(true);
    const texts = textsWith(64, { 5: "bad", 40: "bad too" });
    expect(await outcomesOf(client(), texts)).toEqual(textsWith(64, { 5: OWN, 40: OWN }));
    // Two calls of 32, and the eight of the two batches.
    expect(servable.calls.filter((count) => count === 1)).toHaveLength(2 * BATCH);
    expect(servable.calls).toHaveLength(2 + 2 * BATCH);
  });

  it("is good also where the bad one is another caller's", async () => {
    const { servable, client } = await start(true);
    servable.gather = BATCH;
    const callers = [["bad"], ["good 1"], ["good 2"], ["good 3"]];
    expect(await Promise.all(callers.map((texts) => outcomesOf(client(), texts)))).toEqual([
      [OWN],
      ...callers.slice(1),
    ]);
    expect([...servable.batches[0]!].sort()).toEqual(callers.flat());
  });

  it("stays as it is without retry, unless asked for", async () => {
    const { servable, client } = await start(false);
    const texts = textsWith(8, { 1: "bad" });
    const copied = Object.fromEntries([0, 1, 2, 3].map((i) => [i, "model-failed, alone: undefined"]));
    expect(await outcomesOf(client(), texts)).toEqual(textsWith(8, copied));
    expect(servable.calls).toEqual([8]);
    expect(await outcomesOf(client(), texts, { retryAlone: true })).toEqual(textsWith(8, { 1: OWN }));
  });

  it("stays as it is where retryAlone is false, and always in infer", async () => {
    const { servable, client } = await start(true);
    const texts = textsWith(8, { 1: "bad" });
    await outcomesOf(client(), texts, { retryAlone: false });
    expect(servable.calls).toEqual([8]);
    const result = await client().infer(texts.map((n) => ({ n })));
    expect(isError(result) ? result : result.filter(isError).map(({ alone }) => alone)).toEqual(
      Array(BATCH).fill(undefined),
    );
    expect(servable.calls).toEqual([8, 8]);
  });

  it("is sent again at most 8 times and once for every ten instances; then its outcome says so", async () => {
    const { servable, client } = await start(true);
    const bad = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [8 * i, "bad"]));
    const outcomes = await outcomesOf(client(), textsWith(160, bad), { maxBatchCount: 40, concurrency: 1 });
    const copied = outcomes.filter((outcome) => outcome === "model-failed, alone: false");
    expect(servable.calls.filter((count) => count === 1)).toHaveLength(8 + 16);
    expect(copied).toHaveLength(20 * BATCH - (8 + 16));
  });

  it("that was the last of a batch cut in halves is not sent again", async () => {
    const { servable, client } = await start(true);
    expect(await outcomesOf(client(), ["good 0", "bad"])).toEqual(["good 0", OWN]);
    expect(servable.calls).toEqual([2, 1, 1]);
  });

  it("is not sent again at once, when its neighbours' callers do the same", async () => {
    const { servable, client } = await start(true);
    const run = servable.methods.get("echo")!.run;
    const times: number[] = [];
    servable.methods.set("echo", {
      inputs: ["n"],
      run: async (instances) => {
        times.push(performance.now());
        await new Promise((later) => setTimeout(later, 200));
        times.push(performance.now());
        return run(instances);
      },
    });
    await outcomesOf(client(), ["bad"]);
    expect(times).toHaveLength(4);
    expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(100);
  });
});
