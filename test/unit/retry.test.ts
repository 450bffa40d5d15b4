/** Calls that are made once more, and those that are not. */

import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { isError } from "../../src/client/index.ts";
import { RetryBudget } from "../../src/client/retry/budget.ts";
import { pauseMs, retryPolicy } from "../../src/client/retry/policy.ts";
import { here } from "../setup/here.ts";
import type { ReplyServer } from "../setup/reply-server.ts";
import { good, withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client } = withReplyServer((started) => {
  server = started;
});

describe("trying again", () => {
  const retry = { attempts: 3, minDelayMs: 0 };
  const down = (_: unknown, response: ServerResponse) =>
    response.writeHead(503, { "grpc-status": "14", "grpc-message": "no healthy upstream" }).end();

  it("does not happen unless asked for", async () => {
    server.answer = down;
    expect(await client().infer({ x: 1 })).toMatchObject({ kind: "worker-down" });
    expect(server.requests).toHaveLength(1);
  });

  it("ends with the first answer", async () => {
    server.answer = (seen, response, raw) => {
      if (server.requests.length < 3) return down(seen, response);
      server.answerReplies(good);
      return server.answer(seen, response, raw);
    };
    expect(isError(await client({ retry }).infer({ x: 1 }))).toBe(false);
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    [5, "Request servable(add) method(add_common) , servable is not available"],
    [4, "worker unavailable"],
    [1, "Serving Error: enqueued requests count exceeds the limit 10000"],
  ])("is for Serving's own code %d, %s", async (code, text) => {
    server.answerReplies({ instances: [], errors: [{ code, text }] }, good);
    expect(isError(await client({ retry }).infer({ x: 1 }))).toBe(false);
  });

  it("is for a servable that is gone after it was there, and not for one that never was", async () => {
    const gone = {
      instances: [],
      errors: [{ code: 2, text: "Request servable(add) method(add_common) , servable is not available" }],
    };
    server.answerReplies(gone);
    expect(await client({ retry }).infer({ x: 1 })).toMatchObject({ kind: "servable-not-available" });
    expect(server.requests).toHaveLength(1);
    server.answerReplies(good, gone, good);
    expect(isError(await client({ retry }).infer({ x: 1 }))).toBe(false);
    expect(isError(await client({ retry }).infer({ x: 1 }))).toBe(false);
    expect(server.requests).toHaveLength(4);
    // Whoever asks for another version has not been there.
    server.answerReplies(gone);
    expect(await client({ retry, version: 2 }).infer({ x: 1 })).toMatchObject({
      kind: "servable-not-available",
    });
  });

  it.each([
    [
      "an input that is missing",
      2,
      "Cannot find input x1 in instance input , servable add, method add_common",
    ],
    [
      "a failure of its own",
      3,
      "Call Function 'add.f' Failed, method: 'add_common', stage index(begin with 1): 1",
    ],
    ["no worker at the moment", 5, "Request servable(add) method(add_common) , servable is not available"],
  ])("knows a servable by its answers, also by %s", async (_, code, text) => {
    const gone = "Request servable(add) method(add_common) , servable is not available";
    const answers = [
      [code, text],
      [2, gone],
    ] as const;
    server.answerReplies(...answers.map(([code, text]) => ({ instances: [], errors: [{ code, text }] })));
    await client().infer({ x: 1 });
    expect(await client().infer({ x: 1 })).toMatchObject({ kind: "worker-down", code: 2, error: gone });
  });

  it("is not for failures that stay", async () => {
    server.answerReplies({
      instances: [],
      errors: [{ code: 2, text: "Cannot find input x1 in instance input" }],
    });
    await client({ retry }).infer({ x: 1 });
    server.answerBytes(new Uint8Array(), {
      "grpc-status": "8",
      "grpc-message": "Received message larger than max",
    });
    await client({ retry }).infer({ x: 1 });
    expect(server.requests).toHaveLength(2);
  });

  it.each([425, 429, 500, 502, 503, 520, 530])(
    "is for a gateway's HTTP %d, which may pass",
    async (status) => {
      server.answer = (seen, response, raw) => {
        if (server.requests.length === 1) return response.writeHead(status).end("a page");
        server.answerReplies(good);
        return server.answer(seen, response, raw);
      };
      expect(isError(await client({ retry }).infer({ x: 1 }))).toBe(false);
      expect(server.requests).toHaveLength(2);
    },
  );

  // Chromium by itself sends a POST that is answered 408 again, once for each connection that it has open.
  const stays = [400, 401, 404, 413, 426, 431, 501, 504, 511, ...(here === "Node" ? [408] : [])];
  it.each(stays)("is not for HTTP %d, which stays", async (status) => {
    server.answer = (_, response) => response.writeHead(status).end("a page");
    expect(await client({ retry }).infer({ x: 1 })).toMatchObject({ httpStatus: status });
    expect(server.requests).toHaveLength(1);
  });

  it("is for a rate limit's text and not for a size limit's, which have one gRPC status", async () => {
    server.answer = (seen, response, raw) => {
      const text = ["Quota exceeded", "Payload size exceeds the limit"][server.requests.length - 1];
      if (text) return response.writeHead(200, { "grpc-status": "8", "grpc-message": text }).end();
      server.answerReplies(good);
      return server.answer(seen, response, raw);
    };
    expect(await client({ retry }).infer({ x: 1 })).toMatchObject({ kind: "too-large" });
    expect(server.requests).toHaveLength(2);
  });

  it("waits as long as a gateway's Retry-After says", async () => {
    server.answer = (_, response) => response.writeHead(500, { "retry-after": "3600" }).end();
    expect(await client({ retry }).infer({ x: 1 })).toMatchObject({ kind: "worker-down", httpStatus: 500 });
    expect(server.requests).toHaveLength(1);
  });

  it("ends at the attempts, the deadline, and a Retry-After that is too long", async () => {
    server.answer = down;
    await client({ retry }).infer({ x: 1 });
    expect(server.requests).toHaveLength(3);
    const slow = client({ retry: { minDelayMs: 0 } });
    server.answer = (_, response) => response.writeHead(503, { "retry-after": "5" }).end();
    expect(await slow.infer({ x: 1 }, { timeoutMs: 4000 })).toMatchObject({ kind: "worker-down" });
    server.answer = (_, response) => response.writeHead(503, { "retry-after": "3600" }).end();
    expect(await slow.infer({ x: 1 })).toMatchObject({ kind: "worker-down" });
    expect(server.requests).toHaveLength(5);
  });

  it("names the caller's own timeout, not what was left for the last try", async () => {
    server.answer = (seen, response) => {
      if (server.requests.length === 1) setTimeout(() => down(seen, response), 20);
    };
    const result = await client({ retry }).infer({ x: 1 }, { timeoutMs: 2000 });
    expect(result).toMatchObject({ kind: "timeout", error: "no answer within 2000 ms" });
    expect(server.requests).toHaveLength(2);
  });

  it("ends at once when the caller aborts in a pause", async () => {
    const controller = new AbortController();
    server.answer = (_, response) => {
      response.on("close", () => controller.abort());
      response.writeHead(503, { "retry-after": "5" }).end();
    };
    const call = client({ retry: true }).infer({ x: 1 }, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(server.requests).toHaveLength(1);
  });

  it("gives a full queue a budget that answers fill again", () => {
    const budget = new RetryBudget(1000);
    let taken = 0;
    while (budget.mayRetry("queue-full")) taken++;
    expect(taken).toBe(RetryBudget.CAPACITY);
    budget.answered();
    expect(budget.mayRetry("queue-full")).toBe(false);
    budget.answered();
    expect(budget.mayRetry("queue-full")).toBe(true);
  });

  it("gives an outage its time, whatever the number of calls, and then ends until somebody answers", () => {
    const budget = new RetryBudget(1000);
    const many = (now: number) => Array.from({ length: 1000 }, () => budget.mayRetry("worker-down", now));
    expect([...many(0), ...many(999)]).not.toContain(false);
    expect([...many(1000), ...many(1900)]).not.toContain(true);
    expect(budget.mayRetry("queue-full", 1900)).toBe(false);
    budget.answered();
    expect(budget.mayRetry("proxy-unreachable", 1950)).toBe(true);
    // Who calls now and then only hammers nobody.
    expect(budget.mayRetry("worker-down", 3000)).toBe(true);
  });

  it("pauses at random, between half a bound that doubles and the bound", () => {
    const policy = retryPolicy({ minDelayMs: 100, maxDelayMs: 500 })!;
    const pauses = (random: number) =>
      [1, 2, 3, 4, 8].map((failed) => pauseMs(policy, failed, 0, undefined, () => random));
    expect(pauses(1)).toEqual([100, 200, 400, 500, 500]);
    expect(pauses(0)).toEqual([50, 100, 200, 250, 250]);
    for (const none of [{ minDelayMs: 0 }, { minDelayMs: 0, maxDelayMs: 0 }]) {
      expect(pauseMs(retryPolicy(none)!, 1, 0, undefined, () => 0)).toBe(5);
    }
    expect(() => retryPolicy({ attempts: 0 })).toThrow(/retry.attempts is 0/);
    expect(() => retryPolicy({ totalMs: -1 })).toThrow(/retry.totalMs is -1/);
  });

  it.each([0, 0.5, 1])("by default outlasts 10 s, however the pauses fall: %d", (random) => {
    const policy = retryPolicy(true)!;
    let tries = 1;
    let since = 0;
    while (tries < 100) {
      const pause = pauseMs(policy, tries, since, undefined, () => random);
      if (pause === undefined) break;
      since += pause;
      tries++;
    }
    expect(since).toBeGreaterThanOrEqual(10_000);
    expect(since).toBeLessThanOrEqual(12_000);
    expect(tries).toBeGreaterThanOrEqual(9);
    expect(tries).toBeLessThanOrEqual(14);
  });

  it("waits as long as the server asks, within the time that is left", () => {
    const policy = retryPolicy(true)!;
    const asked = (text: string, since = 0) => pauseMs(policy, 1, since, text, () => 1);
    const soon = new Date(Date.now() - 5000).toUTCString();
    expect([asked("5"), asked("0"), asked(soon), asked("soon")]).toEqual([5000, 200, 200, 200]);
    expect([asked("11"), asked("5", 6000), asked("2", 9000)]).toEqual([undefined, undefined, 2000]);
  });
});
