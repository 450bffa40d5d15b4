/** The demo worker as release 2.0 beside the real MindSpore Serving 2.0.2: the same requests, sent to both. */

import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { type Classifier, loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { type Caller, caller, request } from "../demo-serving/predict-call.ts";
import { calls2_0 } from "../wire/golden.ts";
import { answerOf } from "./answer.ts";
import { differences, expectAlike } from "./differences.ts";
import { isHarmless, recordedRequests, requests } from "./requests/index.ts";
import { howToGetServing, servingAddress, skipWithoutServing } from "./serving.ts";

it("asks at least 300 things, each by a name of its own", () => {
  expect(requests.length).toBeGreaterThanOrEqual(300);
  expect(new Set(requests.map(({ name }) => name)).size).toBe(requests.length);
});

it("asks nothing that our own client would refuse for the server's sake", () => {
  expect(requests.filter((one) => !isHarmless(one)).map(({ name }) => name)).toEqual([]);
});

it("has recordings of what it asks (fix it with: npm run record:serving)", () => {
  expect(calls2_0.map(({ name }) => name)).toEqual(recordedRequests.map(({ name }) => name));
});

it.each(differences)(
  "is told to differ, with the reason in the protocol's account: $reason",
  async ({ reason, requests: named }) => {
    const lines = (await readFile("docs/protocol.md", "utf8")).split("\n");
    expect(lines.some((line) => line.includes(reason))).toBe(true);
    expect(requests.some(({ name }) => named.test(name))).toBe(true);
  },
);

describe.skipIf(skipWithoutServing)(`the demo worker answers as the real Serving${howToGetServing}`, () => {
  let classifier: Classifier;
  let worker: DemoServing;
  let demo: Caller;
  let real: Caller;

  beforeAll(async () => {
    classifier = await loadClassifier();
    worker = await startDemoServing({ port: 0, release: "2.0", classifier });
    demo = caller(worker.address);
    real = caller(servingAddress);
  });
  afterAll(async () => {
    demo.close();
    real.close();
    await worker.close();
    await classifier.close();
  });

  it.each(requests.filter(isHarmless))("$name", async ({ name, bytes }) => {
    const [ours, theirs] = await Promise.all([answerOf(demo, bytes), answerOf(real, bytes)]);
    expectAlike(name, ours, theirs);
  });

  it("runs one function call after the other, whoever asks", async () => {
    const wait = request("slow", "wait", [{ seconds: 0.3 }]);
    for (const server of [demo, real]) {
      const began = performance.now();
      await Promise.all([server.predict(wait, [2]), server.predict(wait, [2])]);
      // Timers of Node may be a millisecond early.
      expect(performance.now() - began).toBeGreaterThan(590);
    }
  });
});
