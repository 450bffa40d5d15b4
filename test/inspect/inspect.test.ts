/** What is recorded of a call, against a real HTTP server whose bytes the test chooses. */

import { describe, expect, it, vi } from "vitest";
import { isError, tensor } from "../../src/client/index.ts";
import {
  CallLog,
  type InspectedCall,
  inspect,
  replyBody,
  requestBody,
  requestJson,
} from "../../src/inspect/index.ts";
import { goodBody, type ReplyServer, trailersFrame } from "../setup/reply-server.ts";
import { good, withReplyServer } from "../unit/add-calls.ts";

let server: ReplyServer;
const { client } = withReplyServer((started) => {
  server = started;
});

const x = () => tensor([1, 2, 3]);
const SECRET = "s3cr3t-of-mine-0123456789";

/** All that was told of the calls that `make` makes. */
async function told(options: object, make: (one: ReturnType<typeof client>) => Promise<unknown>) {
  const calls: InspectedCall[] = [];
  await make(client({ ...options, interceptors: [inspect((call) => calls.push(call))] }));
  return calls;
}

const ended = (calls: readonly InspectedCall[]) => calls.filter(({ state }) => state !== "pending")[0]!;

describe("a recorded call", () => {
  it("is told when it begins and when it has ended, with its messages, headers, trailers and sizes", async () => {
    server.answerBytes(goodBody(good), { "x-proxy": "here" });
    const calls = await told({ version: 3 }, (one) => one.infer([{ x: x() }, { x: x() }]));
    expect(calls[0]).toMatchObject({ state: "pending", servable: "add", method: "add_common", version: "3" });
    const { id, messages, ...call } = ended(calls);
    expect(calls.every((one) => one.id === id)).toBe(true);
    expect(call).toMatchObject({
      state: "done",
      instances: 2,
      failedInstances: 0,
      headers: { "content-type": "application/grpc-web+proto", "x-grpc-web": "1" },
      replyHeaders: { "x-proxy": "here" },
      trailers: { "grpc-status": "0" },
    });
    expect(messages!.request.instances[0]!.get("x")!.shape).toEqual([3]);
    expect(messages!.reply!.instances).toHaveLength(1);
    expect(call.sentBytes).toBe(server.requests[0]!.body.length);
    expect(call.receivedBytes).toBe((await replyBody(messages!.reply!)).length);
  });

  it("gives the very bytes that went over the wire, and those of the reply's message", async () => {
    server.answerReplies(good);
    const { messages } = ended(await told({}, (one) => one.infer({ x: x(), file: new Blob(["abc"]) })));
    expect(await requestBody(messages!)).toEqual(new Uint8Array(server.requests[0]!.body));
    const body = await replyBody(messages!.reply!);
    expect(body).toEqual(new Uint8Array(goodBody(good)).subarray(0, body.length));
  });

  it("that a release before 1.3 is asked gives the bytes that went, its instances under both numbers", async () => {
    server.answerReplies({ instances: [], errors: [{ code: 1, text: "Input instances count is 0" }] }, good);
    const calls = await told({}, (one) => one.infer({ x: x() }));
    const second = calls.filter(({ state }) => state !== "pending").at(-1)!;
    expect(second.id).toBe(calls[0]!.id + 1);
    expect(await requestBody(second.messages!)).toEqual(new Uint8Array(server.requests[1]!.body));
    expect(Object.keys(await requestJson(second.messages!))).toEqual([
      "servableSpec",
      "instances",
      "instancesBefore13",
    ]);
  });

  it("each try of it is a call of its own", async () => {
    let tries = 0;
    server.answer = (_, response) => {
      if (++tries === 1) response.writeHead(503).end();
      else response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(goodBody(good));
    };
    const retry = { minDelayMs: 0, maxDelayMs: 0 };
    const calls = await told({ retry }, (one) => one.infer({ x: 1 }));
    const states = new Map(calls.map(({ id, state }) => [id, state]));
    expect([...states.values()]).toEqual(["failed", "done"]);
    expect(ended(calls).error).toMatchObject({ httpStatus: 503, kind: "worker-down" });
  });

  it("that failed has the server's text, its status and what came in headers and trailers", async () => {
    server.answerBytes(trailersFrame("grpc-status:8\r\ngrpc-message:too large\r\nx-more:1\r\n"));
    const call = ended(await told({}, (one) => one.infer({ x: 1 })));
    expect(call).toMatchObject({ state: "failed", error: { code: 8, text: "too large" } });
    expect(call.replyHeaders).toMatchObject({ "grpc-status": "8", "x-more": "1" });
    expect(call.messages!.reply).toBeUndefined();
  });

  it("that Serving answered with one error has failed, and one with an error for some instances is done", async () => {
    server.answerReplies(
      { instances: [], errors: [{ code: 2, text: "no such input" }] },
      {
        instances: [new Map(), new Map()],
        errors: [
          { code: 0, text: "" },
          { code: 1, text: "bad" },
        ],
      },
    );
    const first = ended(await told({}, (one) => one.infer({ x: 1 })));
    expect(first).toMatchObject({ state: "failed", error: { code: 2, text: "no such input" } });
    const second = ended(await told({}, (one) => one.infer([{ x: 1 }, { x: 1 }])));
    expect(second).toMatchObject({ state: "done", failedInstances: 1 });
  });

  it("that its caller ended is told as aborted", async () => {
    server.answer = () => {};
    const ends = new AbortController();
    const calls = await told({}, async (one) => {
      const call = one.infer({ x: 1 }, { signal: ends.signal });
      ends.abort();
      await call.catch(() => {});
    });
    expect(ended(calls)).toMatchObject({ state: "aborted" });
    await server.idle();
  });

  it("above the client's limit has failed without having been sent", async () => {
    const call = ended(await told({ maxRequestBytes: 20 }, (one) => one.infer({ x: x() }).catch(() => {})));
    expect(call.error!.text).toContain("above maxRequestBytes");
    expect(call.sentBytes).toBeUndefined();
  });

  it("does not fail with what is told of it: the page's own error event tells that", async () => {
    server.answerReplies(good);
    const reported: unknown[] = [];
    const later = queueMicrotask;
    vi.stubGlobal("queueMicrotask", (act: () => void) =>
      later(() => {
        try {
          act();
        } catch (error) {
          reported.push(error);
        }
      }),
    );
    const throwing = inspect(({ state }) => {
      if (state === "pending") throw new Error("mine");
    });
    const result = await client({ interceptors: [throwing] }).infer({ x: 1 });
    vi.unstubAllGlobals();
    expect(isError(result)).toBe(false);
    expect(reported).toEqual([new Error("mine")]);
  });
});

describe("secrets", () => {
  it("stand nowhere in what is told: not in the call's headers, nor where the server says them back", async () => {
    server.answerBytes(
      trailersFrame(`grpc-status:16\r\ngrpc-message:token ${SECRET} has ended\r\nx-you-said:${SECRET}\r\n`),
    );
    const metadata = { authorization: `Bearer ${SECRET}`, "x-api-key": "short-one", "x-tenant": "blue" };
    const calls = await told({ metadata }, (one) => one.infer({ x: 1 }));
    expect(JSON.stringify(calls, (_, value) => (typeof value === "bigint" ? `${value}` : value))).not.toMatch(
      /s3cr3t|short-one/,
    );
    expect(ended(calls).headers).toMatchObject({
      authorization: "Bearer [redacted]",
      "x-api-key": "[redacted]",
      "x-tenant": "blue",
    });
    expect(ended(calls).error!.text).toBe("token [redacted] has ended");
    expect(server.requests[0]!.headers).toMatchObject({ authorization: `Bearer ${SECRET}` });
  });
});

describe("a log of calls", () => {
  const infer = async (log: CallLog, bytes: number, count = 1) => {
    server.answerReplies(good);
    const own = client({ interceptors: [log.interceptor] });
    for (let i = 0; i < count; i++) await own.infer({ x: new Uint8Array(bytes) });
  };

  it("keeps the newest calls, and counts those that it has let go", async () => {
    const log = new CallLog({ maxCalls: 3 });
    await infer(log, 8, 5);
    expect(log.calls).toHaveLength(3);
    expect(log.gone).toBe(2);
    const ids = log.calls.map(({ id }) => id);
    expect(ids).toEqual([ids[0]!, ids[0]! + 1, ids[0]! + 2]);
  });

  it("lets the messages of old calls go above its bytes, and keeps the rest of what it knows of them", async () => {
    const log = new CallLog({ maxBytes: 25_000 });
    await infer(log, 10_000, 4);
    expect(log.calls.map(({ messages }) => messages !== undefined)).toEqual([false, false, true, true]);
    expect(log.calls.map(({ state }) => state)).toEqual(["done", "done", "done", "done"]);
    expect(log.calls[0]!.sentBytes).toBeGreaterThan(10_000);
  });

  it("keeps the newest call's messages whatever their size", async () => {
    const log = new CallLog({ maxBytes: 100 });
    await infer(log, 10_000, 2);
    expect(log.calls.map(({ messages }) => messages !== undefined)).toEqual([false, true]);
  });

  it("counts no files of the disk, of which nothing lies in memory", async () => {
    server.answerReplies(good);
    const log = new CallLog({ maxBytes: 1000 });
    const own = client({ interceptors: [log.interceptor] });
    const file = new File([new Uint8Array(10_000)], "photo.jpg");
    for (let i = 0; i < 3; i++) await own.infer({ x: file });
    expect(log.calls.every(({ messages }) => messages !== undefined)).toBe(true);
  });

  it("tells of each change, and forgets all when it is cleared, calls under way too", async () => {
    const log = new CallLog();
    let changes = 0;
    const end = log.subscribe(() => changes++);
    server.answer = (_, response) => {
      log.clear();
      response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(goodBody(good));
    };
    await client({ interceptors: [log.interceptor] }).infer({ x: 1 });
    expect(changes).toBeGreaterThan(1);
    expect(log.calls).toEqual([]);
    end();
    const before = changes;
    await infer(log, 8);
    expect(changes).toBe(before);
    expect(log.calls).toHaveLength(1);
  });

  it("refuses a bound that is none", () => {
    expect(() => new CallLog({ maxCalls: 0 })).toThrow("maxCalls is 0: give a number above 0");
  });
});

it("recording copies no payload", async () => {
  server.answerReplies(good);
  const payload = new Uint8Array(1000);
  const { messages } = ended(await told({}, (one) => one.infer({ x: payload })));
  expect(messages!.request.instances[0]!.get("x")!.bytesVal[0]).toHaveProperty("buffer", payload.buffer);
});
