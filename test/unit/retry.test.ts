/** Calls that are made once more, and those that are not. */

import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { isError } from "../../src/client/index.ts";
import { pauseMs, RetryBudget, retryPolicy } from "../../src/client/transport/retry.ts";
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

  it("is not for what will stay wrong", async () => {
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

  it("spends a budget that answers fill again", () => {
    const budget = new RetryBudget();
    let taken = 0;
    while (budget.take()) taken++;
    expect(taken).toBe(RetryBudget.CAPACITY);
    budget.answered();
    expect(budget.take()).toBe(false);
    budget.answered();
    expect(budget.take()).toBe(true);
  });

  it("pauses at random, below a bound that doubles", () => {
    const policy = retryPolicy({ attempts: 9, minDelayMs: 100, maxDelayMs: 500 })!;
    const bounds = [1, 2, 3, 4, 8].map((failed) => pauseMs(policy, failed, undefined, () => 1));
    expect(bounds).toEqual([100, 200, 400, 500, 500]);
    expect(pauseMs(policy, 1, undefined, () => 0)).toBe(0);
    expect(pauseMs(policy, 9)).toBeUndefined();
    const soon = new Date(Date.now() - 5000).toUTCString();
    expect([pauseMs(policy, 1, "0"), pauseMs(policy, 1, soon), pauseMs(policy, 1, "soon", () => 0)]).toEqual([
      0, 0, 0,
    ]);
    expect(() => retryPolicy({ attempts: 0 })).toThrow(/retry.attempts is 0/);
  });
});
