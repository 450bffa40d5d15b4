/** `inferLatest`: only the newest matters. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CallError, type Instance, inferLatest, type LatestOutcome } from "../../src/client/index.ts";
import { FRAME_HEADER_BYTES } from "../../src/wire/frame.ts";
import { encodeInput } from "../../src/wire/input.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import { goodBody, type ReplyServer } from "../setup/reply-server.ts";
import { withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
/** Answers the call of this number, which then has come. */
let answers: Map<string, () => void>;
/** Called with the number of each call that comes. */
let came: (n: string) => void;
const { client } = withReplyServer((started) => {
  server = started;
});
beforeEach(() => {
  answers = new Map();
  came = () => {};
  server.answer = (seen, response) => {
    const { instances } = decodeRequest(seen.body.subarray(FRAME_HEADER_BYTES), 2);
    const n = new TextDecoder().decode(instances[0]!.get("n")!.bytesVal[0] as Uint8Array);
    answers.set(n, () => {
      const reply = { instances: [new Map([["n", encodeInput(n)]])], errors: [] };
      response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(goodBody(reply));
    });
    came(n);
  };
});

/** Numbers without end. */
async function* numbers(taken: string[] = []): AsyncGenerator<Instance> {
  for (let n = 0; ; n++) {
    taken.push(String(n));
    yield { n: String(n) };
  }
}

/** Resolves when so many calls wait for their answer. */
const haveCome = (count: number) => vi.waitFor(() => expect(answers.size).toBe(count));

const given = (one: IteratorResult<LatestOutcome, void>) => (one.value as LatestOutcome).outcome;

describe("inferLatest", () => {
  it("takes an instance only when a call may begin, and gives what it was with its answer", async () => {
    const taken: string[] = [];
    const latest = inferLatest(client(), numbers(taken));
    const first = latest.next();
    await haveCome(2);
    expect(taken).toEqual(["0", "1"]);
    answers.get("0")!();
    const { value } = await first;
    expect(value).toMatchObject({ instance: { n: "0" }, outcome: { n: "0" } });
    expect((value as LatestOutcome).ms).toBeGreaterThan(0);
    expect(taken).toEqual(["0", "1"]);
    await latest.return();
  });

  it("never gives an older answer behind a newer one", async () => {
    const latest = inferLatest(client(), numbers());
    const first = latest.next();
    await haveCome(2);
    answers.get("1")!();
    expect(given(await first)).toEqual({ n: "1" });
    const second = latest.next();
    await haveCome(3);
    answers.get("0")!();
    await haveCome(4);
    answers.get("3")!();
    expect(given(await second)).toEqual({ n: "3" });
    await latest.return();
  });

  it("gives the newest of the answers that came while nobody asked", async () => {
    const settle: ((n: string) => void)[] = [];
    const infer = () => new Promise((found) => settle.push((n) => found([{ n }])));
    const latest = inferLatest({ infer } as never, numbers(), { concurrency: 3 });
    const first = latest.next();
    await vi.waitFor(() => expect(settle.length).toBe(3));
    settle[0]!("0");
    await first;
    settle[1]!("1");
    settle[2]!("2");
    await Promise.resolve();
    expect(given(await latest.next())).toEqual({ n: "2" });
    await latest.return();
  });

  it("ends with its source, after the last answer", async () => {
    came = (n) => answers.get(n)!();
    const all: unknown[] = [];
    for await (const { outcome } of inferLatest(client(), [{ n: "a" }, { n: "b" }], { concurrency: 1 }))
      all.push(outcome);
    expect(all).toEqual([{ n: "a" }, { n: "b" }]);
  });

  it("closes its source and ends its calls when the loop is left", async () => {
    const closed = vi.fn();
    async function* source() {
      try {
        yield* numbers();
      } finally {
        closed();
      }
    }
    came = (n) => n === "0" && answers.get(n)!();
    for await (const _ of inferLatest(client(), source())) break;
    expect(closed).toHaveBeenCalled();
    await server.idle();
  });

  it("ends when it is aborted, also while its source has nothing yet", async () => {
    const abort = new AbortController();
    async function* never(): AsyncGenerator<Instance> {
      await new Promise(() => {});
      yield {};
    }
    const next = inferLatest(client(), never(), { signal: abort.signal }).next();
    abort.abort();
    await expect(next).rejects.toHaveProperty("name", "AbortError");
  });

  it("throws what its source throws, and what can't be sent", async () => {
    async function* broken(): AsyncGenerator<Instance> {
      yield await Promise.reject(new Error("the camera is gone"));
    }
    await expect(inferLatest(client(), broken()).next()).rejects.toThrow("the camera is gone");
    const wrong = [{ n: undefined as never }];
    await expect(inferLatest(client(), wrong).next()).rejects.toThrow('the instance, input "n"');
    await expect(inferLatest(client(), [], { concurrency: 0 }).next()).rejects.toThrow(
      "concurrency is 0: give 1 or more",
    );
  });
});

describe("calls that fail as a whole", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are outcomes, with longer and longer waits before the next, and none behind the first that succeeds", async () => {
    const error = { error: "gone", kind: "unreachable", code: 14 } as unknown as CallError;
    const results = [error, error, error, [{ n: "well" }], [{ n: "and" }]];
    const began: number[] = [];
    const start = Date.now();
    const infer = async () => {
      began.push(Date.now() - start);
      return results[began.length - 1] ?? new Promise(() => {});
    };
    const latest = inferLatest({ infer } as never, numbers(), { concurrency: 1 });
    const outcomes: unknown[] = [];
    for (let i = 0; i < results.length; i++) {
      const next = latest.next();
      await vi.advanceTimersByTimeAsync(2000);
      outcomes.push(given(await next));
    }
    expect(outcomes).toEqual([error, error, error, { n: "well" }, { n: "and" }]);
    const waits = began.map((at, i) => at - 2000 * i);
    expect(waits).toEqual([0, 100, 200, 400, 0]);
    await latest.return();
  });
});
