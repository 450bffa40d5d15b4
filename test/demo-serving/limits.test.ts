/** Message sizes, and calls that end with a gRPC status instead of a reply. */

import { compressionAlgorithms } from "@grpc/grpc-js";
import { afterEach, describe, expect, it } from "vitest";
import { type DemoServingOptions, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { hexToBytes } from "../wire/golden.ts";
import { fakeClassifier } from "./fake-classifier.ts";
import { type Caller, caller, request } from "./predict-call.ts";

let address: string;
let stop: () => Promise<void>;
afterEach(() => stop());

async function start(options: DemoServingOptions): Promise<Caller> {
  const worker = await startDemoServing({ port: 0, ...options });
  address = worker.address;
  const client = caller(address);
  stop = () => {
    client.close();
    return worker.close();
  };
  return client;
}

/** A message of exactly `length` bytes: one unknown field 15 of bytes, so that it is a request like another. */
function message(length: number): Uint8Array {
  const header = [0x7a];
  for (let rest = length - 1 - varintLength(length); ; rest >>= 7) {
    header.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) break;
  }
  const bytes = new Uint8Array(length);
  bytes.set(header);
  return bytes;
}
const varintLength = (length: number) => (length < 128 + 2 ? 1 : length < 2 ** 14 + 3 ? 2 : 4);

describe("message sizes", () => {
  it("takes a request of the limit and refuses one byte more", async () => {
    const client = await start({ maxMessageBytes: 1000 });
    expect(decodeReply(await client.send(message(1000))).errors.length).toBe(1);
    await expect(client.send(message(1001))).rejects.toMatchObject({
      code: 8,
      details: "Received message larger than max (1001 vs. 1000)",
    });
    expect(decodeReply(await client.send(message(999))).errors.length).toBe(1);
  });

  it("has Serving's limit of 100 MB unless told otherwise", async () => {
    const client = await start({});
    const limit = 100 * 2 ** 20;
    expect(decodeReply(await client.send(message(limit))).errors.length).toBe(1);
    await expect(client.send(message(limit + 1))).rejects.toMatchObject({
      code: 8,
      details: `Received message larger than max (${limit + 1} vs. ${limit})`,
    });
  });

  it("refuses to send a reply above the limit", async () => {
    const client = await start({ maxMessageBytes: 1000, classifier: fakeClassifier() });
    const name = "x".repeat(300);
    const instances = [{ image: new TextEncoder().encode(name) }];
    await expect(client.predict(request("resnet50", "classify_top5", instances), [2])).rejects.toMatchObject({
      code: 8,
      details: expect.stringMatching(/^Sent message larger than max \(16\d\d vs\. 1000\)$/),
    });
    expect((await client.predict(request("resnet50", "classify_top1", instances), [2])).errors).toEqual([]);
  });
});

describe("packed requests", () => {
  const gzip = { "grpc.default_compression_algorithm": compressionAlgorithms.gzip };

  it("are taken up to the limit, which counts what they unpack to", async () => {
    await start({ maxMessageBytes: 10_000 });
    const client = caller(address, gzip);
    expect(decodeReply(await client.send(message(10_000))).errors.length).toBe(1);
    await expect(client.send(message(10_001))).rejects.toMatchObject({
      code: 8,
      details: "Received message larger than max (more vs. 10000)",
    });
    client.close();
  });
});

describe("statuses", () => {
  it("does not know other paths", async () => {
    const client = await start({});
    for (const path of ["/mindspore.serving.proto.MSService/Ping", "/Predict", "/"]) {
      await expect(client.send(new Uint8Array(), path)).rejects.toMatchObject({ code: 12 });
    }
  });

  it.each(["1.1", "1.2", "1.3", "2.0"])("can't parse garbage as release %s", async (release) => {
    const client = await start({ release });
    // Text, a length beyond the end, an unended varint, a name that is not UTF-8.
    for (const hex of ["48656c6c6f", "0a11", "ffffff", "0a040a02ffff"]) {
      await expect(client.send(hexToBytes(hex))).rejects.toMatchObject({
        code: 13,
        details: release === "1.1" ? "" : "Unable to parse request",
      });
    }
  });

  it("accepts a gzip request", async () => {
    await start({});
    const client = caller(address, { "grpc.default_compression_algorithm": compressionAlgorithms.gzip });
    const ones = tensor([1, 1, 1, 1]);
    const reply = await client.predict(request("add", "add_common", [{ x1: ones, x2: ones }]), [2]);
    client.close();
    expect(reply).toMatchObject({ instances: { length: 1 }, errors: [] });
  });
});
