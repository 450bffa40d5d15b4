/** The real Serving's workers, and all of it, killed with SIGKILL while a page calls; and errors that it copies. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client, float32, type InferResult, isError, tensor } from "../../src/client/index.ts";
import { forgetServables } from "../../src/client/serving/known-servables.ts";
import { startRealServing } from "../../src/serving/real-serving.ts";
import { type OwnServing, startOwn } from "./own.ts";
import { howToGetServing, skipWithoutServing } from "./serving.ts";

const ones = tensor([
  [1, 1],
  [1, 1],
]);
const wait = (seconds: number) => ({ seconds: float32(seconds) });
const kindsOf = (result: InferResult) =>
  isError(result) ? result.kind : result.map((one) => isError(one) && one.kind);

/** An interceptor that counts tries, and says when the one is begun that a test waits for. */
function counter() {
  const count = { tries: 0 };
  const interceptor = {
    intercept: (request: never, invoke: (request: never) => Promise<never>) => {
      count.tries++;
      return invoke(request);
    },
  };
  return { count, options: { interceptors: [interceptor] as never } };
}

const after = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe.skipIf(skipWithoutServing)(`a worker of the real Serving is killed${howToGetServing}`, () => {
  let own: OwnServing;
  beforeAll(async () => {
    own = await startOwn(["add", "slow", "faulty"]);
  });
  afterAll(() => own?.close());

  it("with retry, none of 60 calls in flight is lost, nor those that come until a worker is back", async () => {
    const { count, options } = counter();
    const client = own.client("slow", "wait", { retry: true, ...options });
    expect(kindsOf(await client.infer(wait(0)))).toEqual([false]);
    const calls = Array.from({ length: 60 }, () => client.infer(wait(0.05)));
    await Promise.race(calls);
    expect(own.kill("slow")).toBe(1);
    const later = Array.from({ length: 60 }, async (_, n) => {
      await after(30 * n);
      return client.infer(wait(0));
    });
    const results = await Promise.all([...calls, ...later]);
    expect(results.flatMap(kindsOf)).toEqual(Array(120).fill(false));
    expect(count.tries).toBeGreaterThan(121 + 50);
  });

  it("with retry, a call keeps the outcomes that it has, and only the others are sent again", async () => {
    const client = own.client("slow", "wait");
    const seconds = Array.from({ length: 10 }, (_, i) => 0.3 + i / 100);
    const killLater = async () => {
      await after(1000);
      own.kill("slow");
    };
    const [lost] = await Promise.all([client.infer(seconds.map(wait)), killLater()]);
    // Serving itself gives what was done, and tells each of the others that it has no worker.
    expect(kindsOf(lost)).toContain(false);
    expect(kindsOf(lost)).toContain("worker-down");
    const retrying = own.client("slow", "wait", { retry: true });
    expect(kindsOf(await retrying.infer(wait(0)))).toEqual([false]);
    const [result] = await Promise.all([retrying.infer(seconds.map(wait)), killLater()]);
    expect(kindsOf(result)).toEqual(Array(10).fill(false));
    expect(
      isError(result) || result.map((one) => !isError(one) && (one.seconds as number).toFixed(2)),
    ).toEqual(seconds.map((one) => one.toFixed(2)));
  });

  it("with retry, quick calls of a model lose nothing over three kills", async () => {
    const { count, options } = counter();
    const client = own.client("add", "add_common", { retry: true, version: 1, ...options });
    let killed = 0;
    let next = 0;
    const wrong: unknown[] = [];
    const load = async () => {
      while (next < 1200) {
        const n = next++;
        if (n % 400 === 200) killed += own.kill("add");
        const x = tensor([n, n, n, n]);
        const result = await client.infer([
          { x1: x, x2: ones },
          { x1: x, x2: x },
        ]);
        const sums = isError(result) ? result : result.map((one) => (isError(one) ? one : String(one.y)));
        const [one, two] = [n + 1, 2 * n].map((sum) =>
          String(
            tensor([
              [sum, sum],
              [sum, sum],
            ]),
          ),
        );
        if (!Array.isArray(sums) || sums[0] !== one || sums[1] !== two) wrong.push({ n, sums });
      }
    };
    await Promise.all(Array.from({ length: 8 }, load));
    expect(wrong).toEqual([]);
    // Two versions, each with a worker; the last kill may find one that is not back yet.
    expect(killed).toBeGreaterThanOrEqual(4);
    expect(count.tries).toBeGreaterThan(1200);
  }, 120_000);

  it("without retry, calls in flight and later ones say that Serving runs and the worker has died", async () => {
    forgetServables();
    const client = own.client("slow", "wait");
    await expect.poll(async () => kindsOf(await client.infer(wait(0)))).toEqual([false]);
    const calls = [client.infer(wait(0.5)), client.infer(wait(0.5))];
    await after(200);
    own.kill("slow");
    for (const result of await Promise.all(calls)) {
      expect(result).toMatchObject({
        kind: "worker-down",
        code: 2,
        hint: { en: expect.stringMatching(/^Serving is running, but no worker/) },
      });
    }
    expect(await client.infer(wait(0))).toMatchObject({ kind: "worker-down", code: 5 });
    const { lastCall, ...found } = await client.probe();
    expect(found).toMatchObject({ servable: true, method: true, inputs: ["seconds"] });
    expect(found.error).toBeUndefined();
    expect(lastCall).toMatchObject({ answered: false });
    await expect.poll(async () => kindsOf(await client.infer(wait(0)))).toEqual([false]);
    expect((await client.probe()).lastCall).toMatchObject({ answered: true });
  });

  it("an error that it copies to a part of a batch costs only the bad instance, across callers", async () => {
    const callers = [0, 1, 2].map(async (caller) => {
      const client = own.client("faulty", "fail_list", { retry: true });
      const numbers = Array.from({ length: 200 }, (_, i) => (caller === 0 && i === 77 ? 13 : 100 + i));
      const failed: number[] = [];
      for await (const { index, outcome } of client.inferMany(numbers.map((x) => ({ x: float32(x) })))) {
        if (isError(outcome)) failed.push(numbers[index]!);
      }
      return failed;
    });
    expect(await Promise.all(callers)).toEqual([[13], [], []]);
  });

  it("a worker that had answered nothing is not started again: calls end as such in the time of their retry", async () => {
    const fresh = await startOwn(["slow", "add"]);
    try {
      const client = fresh.client("slow", "wait", { retry: { totalMs: 4000 } });
      expect(await client.probe()).toMatchObject({ method: true });
      const calls = Array.from({ length: 60 }, () => client.infer(wait(1)));
      await after(500);
      fresh.kill("slow");
      const began = performance.now();
      expect((await Promise.all(calls)).map(kindsOf)).toEqual(Array(60).fill("worker-down"));
      const took = performance.now() - began;
      expect(took).toBeGreaterThanOrEqual(4000);
      expect(took).toBeLessThan(8000);
      expect(fresh.workers("slow")).toEqual([]);
    } finally {
      await fresh.close();
    }
  });
});

describe.skipIf(skipWithoutServing)(`two workers, and one is killed${howToGetServing}`, () => {
  it("calls in flight move to the other one, also without retry", async () => {
    const own = await startOwn(["slow"], 2);
    try {
      const client = own.client("slow", "wait");
      const calls = Array.from({ length: 40 }, () => client.infer(wait(0.05)));
      await Promise.race(calls);
      process.kill(own.workers("slow")[0]!, "SIGKILL");
      expect((await Promise.all(calls)).flatMap(kindsOf)).toEqual(Array(40).fill(false));
    } finally {
      await own.close();
    }
  });
});

describe.skipIf(skipWithoutServing)(`all of Serving is killed and started again${howToGetServing}`, () => {
  it("with a retry that lasts as long, no call is lost", async () => {
    const own = await startOwn(["slow"]);
    const port = Number(own.serving.address.split(":")[1]);
    let again: Awaited<ReturnType<typeof startRealServing>> | undefined;
    try {
      const client = new Client(own.url, "slow", "wait", { retry: { totalMs: 60_000 } });
      expect(kindsOf(await client.infer(wait(0)))).toEqual([false]);
      const calls = Array.from({ length: 30 }, () => client.infer(wait(0.05)));
      await Promise.race(calls);
      process.kill(own.serving.pid, "SIGKILL");
      await own.serving.exited;
      again = await startRealServing({ port, only: ["slow"] });
      expect((await Promise.all(calls)).flatMap(kindsOf)).toEqual(Array(30).fill(false));
    } finally {
      await again?.close();
      await own.close();
    }
  }, 120_000);
});
