/** The demo worker beside the recordings of real servers of releases 1.1, 1.3 and 2.0. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { type Classifier, loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { answerOf } from "../serving/answer.ts";
import { expectAlike } from "../serving/differences.ts";
import { calls2_0, type GoldenReply, hexToBytes, replies } from "../wire/golden.ts";
import { withSortedMaps } from "../wire/sorted-maps.ts";
import { type Caller, caller } from "./predict-call.ts";

const recorded = (release: GoldenReply["release"]) =>
  replies.filter(
    (entry) =>
      entry.release === release &&
      entry.request_hex !== undefined &&
      !entry.name.endsWith("_separate_worker"),
  );

it("finds the recorded calls", () => {
  expect(recorded("r1.1").length).toBe(45);
  expect(recorded("r1.3").length).toBe(43);
  expect(calls2_0.length).toBeGreaterThanOrEqual(300);
});

describe.each([
  ["1.1", "r1.1"],
  ["1.3", "r1.3"],
  ["1.4", "r1.3"],
] as const)("a worker of release %s answers as the recorded server of %s", (release, recording) => {
  let worker: DemoServing;
  let client: Caller;

  beforeAll(async () => {
    worker = await startDemoServing({ port: 0, release });
    client = caller(worker.address);
  });
  afterAll(async () => {
    client.close();
    await worker.close();
  });

  it.each(recorded(recording).map((entry) => [entry.name, entry]))("%s", async (_name, entry) => {
    const reply = await client.send(hexToBytes(entry.request_hex!));
    expect(decodeReply(reply)).toEqual(decodeReply(hexToBytes(entry.hex)));
    expect(withSortedMaps(reply)).toEqual(withSortedMaps(hexToBytes(entry.hex)));
  });
});

describe("a worker of release 2.0 answers as the recorded server of 2.0.2", () => {
  let classifier: Classifier;
  let worker: DemoServing;
  let client: Caller;

  beforeAll(async () => {
    classifier = await loadClassifier();
    worker = await startDemoServing({ port: 0, release: "2.0", classifier });
    client = caller(worker.address);
  });
  afterAll(async () => {
    client.close();
    await worker.close();
    await classifier.close();
  });

  it.each(calls2_0)("$name", async ({ name, request_hex, hex, status }) => {
    const answer = await answerOf(client, hexToBytes(request_hex));
    expectAlike(name, answer, hex === undefined ? status! : hexToBytes(hex));
  });
});
