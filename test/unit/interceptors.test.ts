import type { UnaryInterceptor } from "grpc-web";
import { describe, expect, it } from "vitest";
import { type Interceptor, isError, type PredictRequest, type Progress } from "../../src/client/index.ts";
import { encodeInput } from "../../src/wire/input.ts";
import { goodBody, type ReplyServer } from "../setup/reply-server.ts";
import { good, LEFT_OF_5_S, withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client, request } = withReplyServer((started) => {
  server = started;
});

const swapped: PredictRequest["instances"] = [new Map([["x", encodeInput(7)]])];

/** Interceptors of both kinds that send another message instead of the one that they are given. */
const swapping: [string, Interceptor | UnaryInterceptor<unknown, unknown>][] = [
  ["a function", (next) => (call) => next({ ...call, message: { ...call.message, instances: swapped } })],
  [
    "grpc-web's object",
    {
      intercept(call, invoke) {
        const message = { ...(call.getRequestMessage() as PredictRequest), instances: swapped };
        return invoke({
          getRequestMessage: () => message,
          getMethodDescriptor: () => call.getMethodDescriptor(),
          getMetadata: () => call.getMetadata(),
        });
      },
    },
  ],
];

describe("interceptors", () => {
  it("of both kinds run in the order given, the first one outermost, and again with each try", async () => {
    const seen: string[] = [];
    const own =
      (name: string): Interceptor =>
      (next) =>
      async (call) => {
        seen.push(`${name} >`);
        const reply = await next({ ...call, headers: { ...call.headers, [`x-${name}`]: "1" } });
        seen.push(`${name} < ${reply.trailers["grpc-status"]}`);
        return reply;
      };
    const object: UnaryInterceptor<unknown, unknown> = {
      async intercept(call, invoke) {
        seen.push("b >");
        call.getMetadata()["x-b"] = call.getMetadata()["x-a"]!;
        const reply = await invoke(call);
        seen.push(`b < ${reply.getStatus().metadata!["grpc-status"]}`);
        return reply;
      },
    };
    let calls = 0;
    server.answer = (_, response) => {
      if (++calls === 1) response.writeHead(503).end();
      else response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(goodBody(good));
    };
    const options = { interceptors: [own("a"), object, own("c")], retry: { minDelayMs: 0, maxDelayMs: 0 } };
    expect(isError(await client(options).infer({ x: 1 }))).toBe(false);
    expect(seen).toEqual(["a >", "b >", "c >", "a >", "b >", "c >", "c < 0", "b < 0", "a < 0"]);
    for (const { headers } of server.requests) {
      expect(headers).toMatchObject({ "x-a": "1", "x-b": "1", "x-c": "1" });
    }
  });

  describe.each(swapping)("%s that sends another message", (_, interceptor) => {
    it("keeps the call's headers, deadline, limits and progress", async () => {
      server.answerReplies(good);
      const progress: Progress[] = [];
      const own = client({ interceptors: [interceptor], timeoutMs: 5000, metadata: { "x-mine": "1" } });
      await own.infer({ x: 1 }, { onProgress: (one) => progress.push(one) });
      expect(request(2).instances).toHaveLength(1);
      expect(request(2).instances[0]!.get("x")).toMatchObject({ shape: [1], dtype: encodeInput(7).dtype });
      expect(server.requests[0]!.headers).toMatchObject({ "x-mine": "1", "grpc-timeout": LEFT_OF_5_S });
      expect(progress.at(-1)).toMatchObject({ uploaded: progress[0]!.uploadTotal });
      expect(progress.at(-1)!.downloaded).toBeGreaterThan(0);
      const small = client({ interceptors: [interceptor], maxRequestBytes: 20 });
      await expect(small.infer({ x: 1 })).rejects.toThrow("above maxRequestBytes (20)");
    });

    it("keeps the caller's abort", async () => {
      const controller = new AbortController();
      server.answer = () => controller.abort();
      const call = client({ interceptors: [interceptor] }).infer({ x: 1 }, { signal: controller.signal });
      await expect(call).rejects.toMatchObject({ name: "AbortError" });
    });

    it("keeps the deadline's end", async () => {
      server.answer = () => {};
      const result = await client({ interceptors: [interceptor], timeoutMs: 50 }).infer({ x: 1 });
      expect(result).toMatchObject({ kind: "timeout", error: "no answer within 50 ms" });
    });
  });

  it("that wait for something else end with the call's deadline, as a timeout", async () => {
    const waiting: Interceptor = () => (call) =>
      new Promise((_, fail) => call.signal.addEventListener("abort", () => fail(call.signal.reason)));
    const result = await client({ interceptors: [waiting], timeoutMs: 20 }).infer({ x: 1 });
    expect(result).toMatchObject({ kind: "timeout" });
    expect(server.requests).toEqual([]);
  });

  it("that answer themselves spare the request", async () => {
    const cached: Interceptor = () => async () => ({ message: good, headers: {}, trailers: {} });
    expect(await client({ interceptors: [cached] }).infer({ x: 1 })).toMatchObject([{ y: {} }]);
    expect(server.requests).toEqual([]);
  });

  it("see nothing of a call that can't be sent", async () => {
    const seen: unknown[] = [];
    const watching: Interceptor = (next) => (call) => {
      seen.push(call);
      return next(call);
    };
    await expect(client({ interceptors: [watching] }).infer([])).rejects.toThrow(RangeError);
    expect(seen).toEqual([]);
  });

  it.each([
    ["no list", { intercept: () => {} }, "interceptors is a value of type Object: give an array"],
    ["neither a function nor an object with intercept", [{ interceptor: () => {} }], "interceptors[0] is"],
  ])("%s is refused at once, with what to give", (_, interceptors, text) => {
    expect(() => client({ interceptors })).toThrow(text);
  });
});
