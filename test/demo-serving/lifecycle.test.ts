/** Starting on a port, and stopping with calls under way. */

import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import { connect as connectTcp } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import {
  type DemoServing,
  type DemoServingOptions,
  startDemoServing,
} from "../../src/demo-serving/demo-serving.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import { PREDICT_PATH } from "../../src/wire/schema.ts";
import { fakeClassifier } from "./fake-classifier.ts";
import { type Caller, caller, request } from "./predict-call.ts";

const ones = tensor([1, 1, 1, 1]);
const add = request("add", "add_common", [{ x1: ones, x2: ones }]);
const image = request("resnet50", "classify_top1", [{ image: Uint8Array.of(1) }]);

const workers: DemoServing[] = [];
const clients: Caller[] = [];
async function start(options: DemoServingOptions = {}): Promise<DemoServing> {
  const worker = await startDemoServing({ port: 0, ...options });
  workers.push(worker);
  return worker;
}
function connect(worker: DemoServing): Caller {
  const client = caller(worker.address);
  clients.push(client);
  return client;
}
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
});

/** A classifier that never answers, and a promise for its being asked. */
function hangingClassifier() {
  let tell = () => {};
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const classifier = fakeClassifier(() => {
    tell();
    return new Promise(() => {});
  });
  return { classifier, asked };
}

describe("starting", () => {
  it("tells its address", async () => {
    const worker = await start();
    expect(worker.port).toBeGreaterThan(0);
    expect(worker.address).toBe(`127.0.0.1:${worker.port}`);
  });

  it("puts an IPv6 host in brackets", async () => {
    const worker = await start({ host: "::1" });
    expect(worker.address).toBe(`[::1]:${worker.port}`);
    expect((await connect(worker).predict(add, [2])).errors).toEqual([]);
  });

  it("says in one sentence that a port is taken", async () => {
    const { port } = await start();
    await expect(startDemoServing({ port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is already in use: give --worker 127.0.0.1:${port} if a Serving runs there, or another port with --worker-port.`,
    );
  });

  it.each([
    [
      { host: "192.0.2.1", port: 5500 },
      "Port 5500 can't be opened on 192.0.2.1, which is not an address of this machine",
    ],
    [{ port: 70000 }, "Port 70000 on 127.0.0.1 can't be opened: "],
  ])("says what is wrong with %o", async (options, text) => {
    await expect(startDemoServing(options)).rejects.toThrow(text);
  });

  it("runs beside a worker of another release", async () => {
    const [old, recent] = [connect(await start({ release: "1.2" })), connect(await start())];
    expect((await old.predict(add, [3])).instances.length).toBe(1);
    expect((await recent.predict(add, [2])).instances.length).toBe(1);
    expect((await old.predict(add, [2])).errors[0]!.code).toBe(1);
  });

  it("serves many calls at once", async () => {
    const client = connect(await start());
    const replies = await Promise.all(Array.from({ length: 200 }, () => client.predict(add, [2])));
    expect(replies.every(({ errors, instances }) => errors.length === 0 && instances.length === 1)).toBe(
      true,
    );
  });
});

describe("stopping", () => {
  it("ends a call in flight with CANCELLED and frees the port", async () => {
    const { classifier, asked } = hangingClassifier();
    const worker = await start({ classifier });
    const call = connect(worker).predict(image, [2]);
    await asked;
    const began = performance.now();
    const closed = worker.close();
    await expect(call).rejects.toMatchObject({ code: 1 });
    await closed;
    expect(performance.now() - began).toBeLessThan(5000);
    const next = await start({ port: worker.port });
    expect((await connect(next).predict(add, [2])).errors).toEqual([]);
  });

  it("does not wait for an upload that never ends, nor for silent connections", async () => {
    const worker = await start();
    const idle = connectTcp(worker.port, "127.0.0.1");
    await once(idle, "connect");
    const session = connectHttp2(`http://${worker.address}`);
    session.on("error", () => {});
    const stream = session.request({
      ":method": "POST",
      ":path": PREDICT_PATH,
      "content-type": "application/grpc",
      te: "trailers",
    });
    const status = new Promise((resolve) => {
      stream.on("response", (headers) => resolve(headers["grpc-status"]));
      stream.on("error", resolve);
    });
    // A frame of 1,000 bytes of which ten come.
    const part = Buffer.from([0, 0, 0, 3, 0xe8, ...new Uint8Array(10)]);
    await new Promise((written) => stream.write(part, written));
    // Answered after what went before it over this connection was read.
    await new Promise((answered) => session.ping(answered));
    const began = performance.now();
    await worker.close();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await status).toBe("1");
    session.destroy();
    idle.destroy();
  });

  it("may be asked twice", async () => {
    const worker = await start();
    await Promise.all([worker.close(), worker.close()]);
    await worker.close();
    await expect(connect(worker).predict(add, [2])).rejects.toMatchObject({ code: 14 });
  });

  it("goes on when a caller gives up", async () => {
    const { classifier, asked } = hangingClassifier();
    const worker = await start({ classifier });
    const client = connect(worker);
    // Connects, so that the deadline is the call's alone.
    await client.predict(add, [2]);
    const message = concat(encodeRequest(image, [2]).parts as Uint8Array[]);
    const call = client.send(message, PREDICT_PATH, { deadline: Date.now() + 3000 });
    const ended = expect(call).rejects.toMatchObject({ code: 4 });
    await asked;
    await ended;
    expect((await client.predict(add, [2])).errors).toEqual([]);
  });
});
