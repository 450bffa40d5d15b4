import { beforeEach, describe, expect, it } from "vitest";
import { type IndexedOutcome, type Instance, isError } from "../../src/client/index.ts";
import { FRAME_HEADER_BYTES } from "../../src/wire/frame.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { PredictReply } from "../../src/wire/message.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import { goodBody, type ReplyServer } from "../setup/reply-server.ts";
import { LEFT_OF_5_S, withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client } = withReplyServer((started) => {
  server = started;
});
beforeEach(() => answerEach(() => undefined));

/** The number that an instance carries as its text input `n`, in request order. */
function numbersOf(body: Uint8Array): number[] {
  const { instances } = decodeRequest(body.subarray(FRAME_HEADER_BYTES), 2);
  return instances.map((instance) =>
    Number(new TextDecoder().decode(instance.get("n")!.bytesVal[0] as Uint8Array)),
  );
}

/** Answers each instance with its own number; a batch with a bad one fails as a whole, as a real server's does. */
function answerEach(bad: (n: number) => string | undefined): void {
  server.answer = (seen, response) => {
    const numbers = numbersOf(seen.body);
    const text = numbers.map(bad).find((reason) => reason !== undefined);
    const reply: PredictReply = text
      ? { instances: [], errors: [{ code: 3, text }] }
      : { instances: numbers.map((n) => new Map([["n", encodeInput(String(n))]])), errors: [] };
    response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(goodBody(reply));
  };
}

const numbered = (count: number): Instance[] => Array.from({ length: count }, (_, n) => ({ n: String(n) }));

async function collect(outcomes: AsyncIterable<IndexedOutcome>): Promise<IndexedOutcome[]> {
  const all: IndexedOutcome[] = [];
  for await (const one of outcomes) all.push(one);
  return all.sort((a, b) => a.index - b.index);
}

describe("inferMany", () => {
  it("gives every instance its own outcome, whatever the batches", async () => {
    const outcomes = await collect(client().inferMany(numbered(100), { maxBatchCount: 7, concurrency: 3 }));
    expect(outcomes).toEqual(numbered(100).map((outcome, index) => ({ index, outcome })));
    expect(server.requests.map(({ body }) => numbersOf(body).length).sort((a, b) => b - a)).toEqual([
      ...Array(14).fill(7),
      2,
    ]);
  });

  it("cuts batches by bytes, and sends a large instance alone", async () => {
    const sized = [10, 10, 5000, 10, 10].map((size, n) => ({ n: String(n), x: new Uint8Array(size) }));
    await collect(client().inferMany(sized, { maxBatchBytes: 1000, concurrency: 1 }));
    expect(server.requests.map(({ body }) => numbersOf(body))).toEqual([[0, 1], [2], [3, 4]]);
  });

  it("keeps to the calls at a time, and takes from the source only what they need", async () => {
    let taken = 0;
    let open = 0;
    let most = 0;
    const answer = server.answer;
    server.answer = (seen, response, raw) => {
      most = Math.max(most, ++open);
      response.on("close", () => open--);
      return answer(seen, response, raw);
    };
    async function* source() {
      for (const instance of numbered(40)) {
        taken++;
        yield instance;
      }
    }
    const outcomes = client().inferMany(source(), { maxBatchCount: 4, concurrency: 2 });
    await outcomes.next();
    // One batch answered, one under way, and the one that took the answered one's place.
    expect(taken).toBeLessThanOrEqual(12);
    await collect(outcomes);
    expect(taken).toBe(40);
    expect(most).toBeLessThanOrEqual(2);
  });

  it("loses only the bad instance of a batch, wherever it is", async () => {
    answerEach((n) => (n === 5 || n === 19 ? `Call x Failed, method: 'm': ${n}` : undefined));
    const outcomes = await collect(client().inferMany(numbered(32), { maxBatchCount: 16 }));
    expect(outcomes.filter(({ outcome }) => isError(outcome)).map(({ index }) => index)).toEqual([5, 19]);
    expect(outcomes[19]!.outcome).toMatchObject({
      error: "Call x Failed, method: 'm': 19",
      kind: "model-failed",
    });
  });

  it("does not multiply a failure of the whole call", async () => {
    server.answerReplies({
      instances: [],
      errors: [{ code: 2, text: "Request servable(s) method(m) , method is not available" }],
    });
    const outcomes = await collect(client().inferMany(numbered(20), { maxBatchCount: 10 }));
    expect(outcomes.every(({ outcome }) => isError(outcome))).toBe(true);
    expect(server.requests).toHaveLength(2);
  });

  it("does not multiply the failure of an expired token", async () => {
    server.answerBytes(new Uint8Array(), { "grpc-status": "16", "grpc-message": "token expired" });
    const outcomes = await collect(client().inferMany(numbered(20), { maxBatchCount: 10 }));
    expect(outcomes[19]!.outcome).toMatchObject({ kind: "unauthorized", error: "token expired" });
    expect(server.requests).toHaveLength(2);
  });

  it("loses only the instance that an old server's second request has no room for", async () => {
    const old: PredictReply = {
      instances: [],
      errors: [{ code: 1, text: "Input instances count is 0" }],
    };
    server.answerReplies(old);
    const large = [{ x: new Uint8Array(1200) }];
    const outcomes = await collect(client({ maxRequestBytes: 2000 }).inferMany(large));
    expect(outcomes).toMatchObject([{ index: 0, outcome: { kind: "too-large", code: 8 } }]);
  });

  it("gives instances that can't be sent their outcome, and sends the others", async () => {
    const mixed = [{ n: "0" }, { n: [1] as never }, { n: "2", x: new Uint8Array(3000) }, { n: "3" }];
    const outcomes = await collect(client({ maxRequestBytes: 2000 }).inferMany(mixed));
    expect(outcomes.map(({ outcome }) => (isError(outcome) ? outcome.kind : outcome))).toEqual([
      { n: "0" },
      "invalid-input",
      "too-large",
      { n: "3" },
    ]);
    expect(outcomes[1]!.outcome).toMatchObject({
      error: expect.stringMatching(/^the instance, input "n": /),
    });
  });

  it("passes timeoutMs and metadata to each call", async () => {
    const options = { maxBatchCount: 1, timeoutMs: 5000, metadata: { "x-a": "1" } };
    await collect(client().inferMany(numbered(2), options));
    for (const { headers } of server.requests)
      expect(headers).toMatchObject({ "grpc-timeout": LEFT_OF_5_S, "x-a": "1" });
    await expect(collect(client().inferMany(numbered(1), { timeoutMs: -1 }))).rejects.toThrow(
      /timeoutMs is -1/,
    );
  });

  it("reports progress", async () => {
    answerEach((n) => (n === 1 ? "bad" : undefined));
    const steps: [number, number][] = [];
    const onProgress = ({ done, failed }: { done: number; failed: number }) => steps.push([done, failed]);
    await collect(client().inferMany(numbered(3), { maxBatchCount: 1, concurrency: 1, onProgress }));
    expect(steps).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ]);
  });

  it("keeps the outcomes given before an abort, and ends the calls under way", async () => {
    const controller = new AbortController();
    const answer = server.answer;
    const closed = new Promise((done) => {
      server.answer = (seen, response, raw) => {
        if (server.requests.length < 3) return answer(seen, response, raw);
        response.on("close", done); // Never answered.
        controller.abort();
      };
    });
    const got: number[] = [];
    const run = async () => {
      const options = { maxBatchCount: 2, concurrency: 1, signal: controller.signal };
      for await (const { index } of client().inferMany(numbered(10), options)) got.push(index);
    };
    await expect(run()).rejects.toMatchObject({ name: "AbortError" });
    expect(got).toEqual([0, 1, 2, 3]);
    await closed;
  });

  it("sends nothing when it is aborted before the start", async () => {
    const signal = AbortSignal.abort();
    await expect(collect(client().inferMany(numbered(3), { signal }))).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(server.requests).toEqual([]);
  });

  it("takes apart one failure that a worker copied to every instance of a batch", async () => {
    server.answer = (seen, response) => {
      const numbers = numbersOf(seen.body);
      const bad = numbers.includes(2);
      const empty = numbers.map(() => new Map());
      const reply: PredictReply = bad
        ? { instances: empty, errors: numbers.map(() => ({ code: 2, text: "Preprocess Failed" })) }
        : { instances: numbers.map((n) => new Map([["n", encodeInput(String(n))]])), errors: [] };
      response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(goodBody(reply));
    };
    const outcomes = await collect(client().inferMany(numbered(8)));
    expect(outcomes.filter(({ outcome }) => isError(outcome)).map(({ index }) => index)).toEqual([2]);
  });

  it("says so when an instance that is sent again alone finds no worker", async () => {
    const good = new Map([["n", encodeInput("0")]]);
    const failed = { code: 3, text: "Call Function 's.f' Failed, method: 'm', stage index(begin with 1): 1" };
    const gone = { code: 5, text: "Request servable(s) method(m) , servable is not available" };
    server.answerReplies(
      { instances: [good, new Map()], errors: [{ code: 0, text: "" }, failed] },
      { instances: [], errors: [gone] },
    );
    const outcomes = await collect(client().inferMany(numbered(2), { retryAlone: true }));
    expect(outcomes).toMatchObject([{ outcome: { n: "0" } }, { outcome: { kind: "worker-down", code: 5 } }]);
    expect(outcomes[1]!.outcome).not.toHaveProperty("alone");
  });

  it("ends its calls and closes the source when the consumer leaves", async () => {
    let returned = false;
    const source = (function* () {
      try {
        yield* numbered(100);
      } finally {
        returned = true;
      }
    })();
    for await (const _ of client().inferMany(source, { maxBatchCount: 1 })) break;
    expect(returned).toBe(true);
  });

  it("takes a source that waits for an outcome before it gives the next instance", async () => {
    let answered = () => {};
    async function* source(): AsyncGenerator<Instance> {
      for (const instance of numbered(3)) {
        const outcome = new Promise<void>((done) => {
          answered = done;
        });
        yield instance;
        await outcome;
      }
    }
    const got: number[] = [];
    for await (const { index } of client().inferMany(source())) {
      got.push(index);
      answered();
    }
    expect(got).toEqual([0, 1, 2]);
  });

  it("sends what a slow source gives while all calls are under way, and tells its failure then", async () => {
    for (const failure of [undefined, new Error("no more photos")]) {
      const answer = server.answer;
      let release = () => {};
      const called = new Promise<void>((sent) => {
        server.answer = (seen, response, raw) => {
          release = () => answer(seen, response, raw);
          sent();
        };
      });
      async function* source(): AsyncGenerator<Instance> {
        yield { n: "0" };
        await called;
        // The one call that may be under way is answered when this has been taken from the source.
        server.answer = answer;
        setTimeout(() => release());
        if (failure) throw failure;
        yield* numbered(4).slice(1);
      }
      const run = collect(client().inferMany(source(), { concurrency: 1 }));
      if (failure) await expect(run).rejects.toBe(failure);
      else expect((await run).map(({ outcome }) => outcome)).toEqual(numbered(4));
    }
  });

  it("fails when the source fails while its batch is being sent", async () => {
    async function* source(): AsyncGenerator<Instance> {
      yield { n: "0" };
      await new Promise<void>((failing) => {
        const answer = server.answer;
        server.answer = (seen, response, raw) => {
          failing();
          return answer(seen, response, raw);
        };
      });
      throw new Error("no more photos");
    }
    await expect(collect(client().inferMany(source()))).rejects.toThrow("no more photos");
  });

  it("can be aborted while the source never gives its next instance", async () => {
    const controller = new AbortController();
    async function* source(): AsyncGenerator<Instance> {
      yield { n: "0" };
      queueMicrotask(() => controller.abort());
      await new Promise(() => {});
    }
    const run = collect(client().inferMany(source(), { signal: controller.signal }));
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
  });

  it("holds no more instances than its calls need, however many there are and however slow the reader is", async () => {
    let taken = 0;
    let most = 0;
    let done = 0;
    async function* source() {
      for (const instance of numbered(1000)) {
        most = Math.max(most, ++taken - done);
        yield instance;
      }
    }
    for await (const _ of client().inferMany(source(), { maxBatchCount: 10, concurrency: 3 })) {
      done++;
      if (done % 100 === 0) await new Promise((later) => setTimeout(later, 5));
    }
    expect(done).toBe(1000);
    // Three batches under way, and the one that is being filled.
    expect(most).toBeLessThanOrEqual(40);
  });

  it.each([
    ["a deadline of 0", { timeoutMs: 0 }, /timeoutMs is 0/],
    ["metadata that is null", { metadata: null }, /metadata is null/],
  ])("refuses %s, as infer does, instead of sending without it", async (_, options, text) => {
    const outcomes = client().inferMany(numbered(1), options as never);
    await expect(collect(outcomes)).rejects.toThrow(text);
    expect(server.requests).toEqual([]);
  });

  it("refuses anything that isn't a source", async () => {
    for (const source of [undefined, 5, { n: "0" }, Promise.resolve([])]) {
      await expect(collect(client().inferMany(source as never))).rejects.toThrow(
        /^the source is .*: give an array/,
      );
    }
    const limits = { concurrency: "2" } as never;
    await expect(collect(client().inferMany([], limits))).rejects.toThrow(/concurrency is the string "2"/);
  });

  it("throws the source's own error to the caller", async () => {
    async function* source() {
      yield { n: "0" };
      throw new Error("the disk is gone");
    }
    await expect(collect(client().inferMany(source()))).rejects.toThrow("the disk is gone");
    await expect(collect(client().inferMany([], { concurrency: 0 }))).rejects.toThrow(/concurrency is 0/);
    expect(await collect(client().inferMany([]))).toEqual([]);
  });
});
