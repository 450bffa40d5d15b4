/** A servable's last worker dies while a page calls: client, bridge, and a worker that answers as Serving then does. */

import { describe, expect, it } from "vitest";
import { Client, type InferResult, isError, ServingError } from "../../src/client/index.ts";
import { forgetServables } from "../../src/client/serving/known-servables.ts";
import { forgetAddresses } from "../../src/client/serving/release.ts";
import { MortalServable, serveServables } from "../demo-serving/faulty-servables.ts";

/** From the death of a worker to the next one: Serving waits for 1 s, and a model takes its time to load. */
const RESTART_MS = 2500;

async function start(release: string) {
  forgetAddresses();
  forgetServables();
  const servable = new MortalServable();
  const url = await serveServables([servable], release);
  const client = (options: object = {}) => new Client(url, "mortal", "echo", options);
  /** Calls once, so that the page has been there, and lets what comes be under way. */
  const beThere = async () => {
    expect(await client().infer({ n: "first" })).toEqual([{ n: "first" }]);
    servable.hold = true;
    servable.begun.length = 0;
  };
  const begun = (count: number) =>
    expect.poll(() => servable.begun.length, { interval: 10 }).toBeGreaterThanOrEqual(count);
  return { servable, url, client, beThere, begun };
}

const kindOf = (result: InferResult) =>
  isError(result) ? result.kind : result.map((one) => isError(one) && one.kind);

describe.each(["1.1", "1.2", "1.3", "2.0"])("release %s, the last worker dies", (release) => {
  it("with retry, each of 100 calls in flight is answered when a worker is back", async () => {
    const { servable, client, beThere, begun } = await start(release);
    await beThere();
    const retrying = client({ retry: true });
    const calls = Array.from({ length: 100 }, (_, n) => retrying.infer({ n: `${n}` }));
    await begun(100);
    servable.kill();
    setTimeout(() => servable.start(), RESTART_MS);
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 100 }, (_, n) => [{ n: `${n}` }]));
  });

  it("with retry, a page's first call is answered too where it has probed the method", async () => {
    const { servable, client, begun } = await start(release);
    expect(await client().probe()).toMatchObject({ method: true });
    servable.hold = true;
    const call = client({ retry: true }).infer({ n: "1" });
    await begun(1);
    servable.kill();
    servable.start();
    expect(await call).toEqual([{ n: "1" }]);
  });

  it("with retry, only what it had not answered of a call is sent again", async () => {
    const { servable, client, beThere, begun } = await start(release);
    await beThere();
    const numbers = ["quick 0", "1", "2", "quick 3"];
    const call = client({ retry: true }).infer(numbers.map((n) => ({ n })));
    await begun(4);
    servable.kill();
    servable.start();
    expect(await call).toEqual(numbers.map((n) => ({ n })));
    expect(servable.begun).toEqual([...numbers, "1", "2"]);
  });

  it("without retry, calls say that Serving runs and a worker has died, also those that come later", async () => {
    const { servable, client, beThere, begun } = await start(release);
    await beThere();
    const calls = [client().infer({ n: "0" }), client().infer([{ n: "1" }, { n: "quick 2" }])];
    await begun(3);
    servable.kill();
    const [one, two] = await Promise.all(calls);
    expect([one, two].flatMap((result) => kindOf(result!))).toEqual(["worker-down", "worker-down", false]);
    const later = await client().infer({ n: "3" });
    expect(kindOf(later)).toBe("worker-down");
    if (!isError(later)) throw new Error("it has died");
    for (const hint of [later.hint, new ServingError(later).hint]) {
      expect(hint.en).toMatch(/^Serving is running, but no worker of this servable is alive/);
      expect(hint.zh).toMatch(/^Serving 在运行/);
    }
  });

  it("when none comes back, every call ends with that kind in the time that retry has", async () => {
    const { servable, client, beThere, begun } = await start(release);
    await beThere();
    const retry = { totalMs: 400, minDelayMs: 20, maxDelayMs: 50 };
    const retrying = client({ retry });
    const began = performance.now();
    const calls = Array.from({ length: 60 }, (_, n) => retrying.infer({ n: `${n}` }));
    await begun(60);
    servable.kill();
    expect((await Promise.all(calls)).flatMap(kindOf)).toEqual(Array(60).fill("worker-down"));
    expect(performance.now() - began).toBeGreaterThanOrEqual(400);
  });

  it("is not seen by a probe, which tells what the last call saw", async () => {
    const { servable, url, client, beThere } = await start(release);
    expect(await client().probe()).not.toHaveProperty("lastCall");
    await beThere();
    servable.kill();
    const blind = await client().probe();
    expect(blind).toMatchObject({ servable: true, method: true, lastCall: { answered: true } });
    expect(blind.error).toBeUndefined();
    const before = Date.now();
    await client().infer({ n: "0" });
    const { lastCall } = await new Client(url, "mortal", "echo").probe();
    expect(lastCall).toEqual({ answered: false, at: expect.any(Number) });
    expect(lastCall!.at).toBeGreaterThanOrEqual(before);
    servable.start();
    await client().infer({ n: "0" });
    expect(await client().probe()).toMatchObject({ lastCall: { answered: true } });
  });

  it("a name, version or method that nobody has is told at once, also with retry", async () => {
    const { url, beThere } = await start(release);
    await beThere();
    let tries = 0;
    const counting = {
      intercept: (request: never, invoke: (request: never) => Promise<never>) => {
        tries++;
        return invoke(request);
      },
    };
    const options = { retry: true, interceptors: [counting] } as never;
    const wrong = [
      new Client(url, "mortals", "echo", options),
      new Client(url, "mortal", "echo2", options),
      new Client(url, "mortal", "echo", { ...(options as object), version: 7 }),
    ];
    expect(await Promise.all(wrong.map(async (client) => kindOf(await client.infer({ n: "0" }))))).toEqual([
      "servable-not-available",
      "method-not-available",
      "servable-not-available",
    ]);
    expect(tries).toBe(3);
  });
});
