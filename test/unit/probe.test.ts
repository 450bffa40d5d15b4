/** Probing servers that answer as no real one would, or not at all half way: the demo worker can't play these. */

import { describe, expect, it } from "vitest";
import { callError } from "../../src/client/errors/errors.ts";
import { type Ask, probe } from "../../src/client/serving/probe.ts";
import type { InstanceMessage, PredictReply, ServableSpec } from "../../src/wire/message.ts";

const spec: ServableSpec = { name: "add", method: "add_common", version: 0n };
const refused = (code: number, text: string): PredictReply => ({
  spec,
  instances: [],
  errors: [{ code, text }],
});
const nobody = refused(2, "Request servable(x) method(add_common) , servable is not available");
const missing = (name: string) =>
  refused(2, `Cannot find input ${name} in instance input , servable add, method add_common`);
const down = callError("worker-down", 14, "gone");

/** Answers one after the other; the last one stays. */
const script = (...answers: Awaited<ReturnType<Ask>>[]): Ask => {
  let next = 0;
  return async () => answers[Math.min(next++, answers.length - 1)]!;
};

describe("probe()", () => {
  it("reports a server that is not Serving at all", async () => {
    expect(await probe(spec, script({ instances: [], errors: [] }))).toMatchObject({
      worker: false,
      error: { kind: "protocol", error: expect.stringMatching(/is not MindSpore Serving/) },
    });
  });

  it("takes a full queue as no proof of a release", async () => {
    const full = refused(1, "Serving Error: enqueued requests count exceeds the limit 10000");
    expect(await probe(spec, script(full))).toEqual({
      proxy: true,
      worker: true,
      error: expect.objectContaining({ kind: "queue-full" }),
    });
  });

  it("does not guess an input whose name Serving cut", async () => {
    const answer = missing("n".repeat(400));
    const { text } = answer.errors[0]!;
    const start = text.slice(0, 192);
    const end = text.slice(-192);
    const cut = { ...answer, errors: [{ code: 2, text: `${start}...${end}`, cut: { start, end } }] };
    const result = await probe(spec, script(nobody, cut));
    expect(result).toEqual({
      proxy: true,
      worker: true,
      release: { from: "1.3", to: "2.0" },
      servable: true,
      method: true,
    });
  });

  it("reports a worker that dies while it is asked", async () => {
    expect(await probe(spec, script(down))).toMatchObject({ proxy: true, worker: false, error: down });
    expect(await probe(spec, script(nobody, down))).toMatchObject({ worker: true, error: down });
    const half = await probe(spec, script(nobody, missing("x1"), down));
    expect(half).toMatchObject({
      servable: true,
      method: true,
      release: { from: "1.3", to: "2.0" },
      error: down,
    });
    expect(half.inputs).toBeUndefined();
    const late = await probe(spec, script(nobody, missing("x1"), missing("x1"), down));
    expect(late).toMatchObject({
      method: true,
      inputs: ["x1"],
      release: { from: "1.3", to: "2.0" },
      error: down,
    });
  });

  it("reports a servable that has no worker at the moment", async () => {
    const none = refused(5, "Request servable(add) method(add_common) , servable is not available");
    expect(await probe(spec, script(nobody, none))).toMatchObject({
      servable: false,
      error: { kind: "worker-down" },
    });
  });

  it("passes on any other error", async () => {
    expect(await probe(spec, script(nobody, refused(3, "odd")))).toMatchObject({ error: { error: "odd" } });
    expect(await probe(spec, script(nobody, { instances: [], errors: [] }))).not.toHaveProperty("method");
    const odd = await probe(spec, script(nobody, missing("x1"), refused(3, "odd")));
    expect(odd.inputs).toBeUndefined();
  });

  it.each([
    ["1.1", 1, undefined, 3],
    ["1.2", 1, spec, 3],
    ["1.3 and later", 2, spec, 2],
  ])("sends %s only what it refuses at once", async (_, code, echoed, field) => {
    const asked: Parameters<Ask>[] = [];
    const answers = ["x1", "x1", "x2", "x2", "x2"].map(missing);
    const ask: Ask = async (...call) => {
      asked.push(call);
      return asked.length === 1
        ? { ...nobody, spec: echoed, errors: [{ ...nobody.errors[0]!, code }] }
        : answers.shift()!;
    };
    await probe(spec, ask);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    const [first, ...rest] = asked;
    // A servable that nobody has is refused before a server looks at instances; all else needs to be seen by it,
    expect(first![0].name).not.toBe(spec.name);
    for (const [, instances, fields] of rest) {
      expect(fields).toEqual([field]);
      // and is refused for an input that is missing, or that has no dtype.
      const bad = (instance: InstanceMessage) =>
        instance.size === 0 || [...instance.values()].some(({ dtype }) => dtype === 0);
      expect(instances.some(bad)).toBe(true);
    }
  });

  it("stops asking a server that names inputs for ever", async () => {
    let calls = 0;
    const endless: Ask = async () => (calls++ === 0 ? nobody : missing(`x${calls}`));
    expect((await probe(spec, endless)).inputs).toBeUndefined();
    expect(calls).toBeLessThan(100);
  });
});
