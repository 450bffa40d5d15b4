/** A call's timer and listener are gone when the call is: nothing keeps a page or a process busy afterwards. */

import { afterEach, describe, expect, it, vi } from "vitest";
import { Client } from "../../src/client/index.ts";
import { pause } from "../../src/client/retry/policy.ts";
import { callSignal, isOver } from "../../src/client/transport/deadline.ts";
import { encodeInput } from "../../src/wire/input.ts";
import { goodBody, ReplyServer } from "../setup/reply-server.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A signal that counts who listens to it. */
function countedSignal() {
  const controller = new AbortController();
  let listeners = 0;
  const { signal } = controller;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  vi.spyOn(signal, "addEventListener").mockImplementation((...words: Parameters<typeof add>) => {
    listeners++;
    add(...words);
  });
  vi.spyOn(signal, "removeEventListener").mockImplementation((...words: Parameters<typeof remove>) => {
    listeners--;
    remove(...words);
  });
  return { controller, signal, listeners: () => listeners };
}

describe("after a call", () => {
  it.each(["an answer", "a failure", "a broken reply"])(
    "that ended with %s, nothing listens to the signal",
    async (end) => {
      const server = await ReplyServer.start();
      const { signal, listeners } = countedSignal();
      const timers = vi.spyOn(globalThis, "setTimeout");
      const cleared = vi.spyOn(globalThis, "clearTimeout");
      try {
        const y = { instances: [new Map([["y", encodeInput(1)]])], errors: [] };
        if (end === "an answer") server.answerReplies(y);
        else if (end === "a failure") server.answerBytes(Buffer.alloc(0), { "grpc-status": "14" }, 503);
        else server.answerBytes(goodBody(y).subarray(0, 9));
        await new Client(server.address, "a", "b").infer({ x: 1 }, { signal, timeoutMs: 123_456 });
        expect(listeners()).toBe(0);
        const ours = timers.mock.results.filter((_, i) => Number(timers.mock.calls[i]![1]) > 100_000);
        expect(ours).toHaveLength(1);
        expect(cleared.mock.calls.map(([timer]) => timer)).toContain(ours[0]!.value);
      } finally {
        await server.close();
      }
    },
  );

  it("with a pause between tries, nothing listens to the signal, whether the pause ended or was aborted", async () => {
    const ended = countedSignal();
    await pause(1, ended.signal);
    expect(ended.listeners()).toBe(0);
    const aborted = countedSignal();
    const waiting = pause(1e6, aborted.signal);
    aborted.controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
  });
});

describe("callSignal", () => {
  it("takes a signal that has already aborted, no deadline, and one longer than a timer can wait", () => {
    expect(callSignal(AbortSignal.abort("why")).signal.reason).toBe("why");
    vi.useFakeTimers();
    const forever = callSignal();
    expect(vi.getTimerCount()).toBe(0);
    const long = callSignal(undefined, 2 ** 40);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1000);
    expect([forever.signal.aborted, long.signal.aborted]).toEqual([false, false]);
    const abortedFirst = new AbortController();
    const both = callSignal(abortedFirst.signal, 500);
    abortedFirst.abort();
    vi.advanceTimersByTime(1000);
    expect(isOver(both.signal)).toBe(false);
    const late = callSignal(undefined, 500);
    vi.advanceTimersByTime(1000);
    expect(isOver(late.signal)).toBe(true);
    long.dispose();
  });
});
