import { beforeEach, describe, expect, it } from "vitest";
import {
  type IndexedOutcome,
  type ItemProgress,
  ManyItem,
  type ManyItemOptions,
} from "../../src/client/index.ts";
import { FRAME_HEADER_BYTES } from "../../src/wire/frame.ts";
import { encodeInput } from "../../src/wire/input.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import { deferred } from "../setup/deferred.ts";
import { goodBody, type ReplyServer } from "../setup/reply-server.ts";
import { withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client } = withReplyServer((started) => {
  server = started;
});

/** The texts `n` of a request's instances. */
function namesIn(body: Uint8Array): string[] {
  const { instances } = decodeRequest(body.subarray(FRAME_HEADER_BYTES), 2);
  return instances.map((one) => new TextDecoder().decode(one.get("n")!.bytesVal[0] as Uint8Array));
}

/** Of each request that came, the texts of its instances. */
const asked = () => server.requests.map(({ body }) => namesIn(body));

/** Answers each instance with its own text, when `gate` allows it. */
function answerAfter(gate: (names: string[]) => Promise<void> | void): void {
  server.answer = async (seen, response) => {
    const names = namesIn(seen.body);
    await gate(names);
    const instances = names.map((name) => new Map([["n", encodeInput(name)]]));
    response
      .writeHead(200, { "content-type": "application/grpc-web+proto" })
      .end(goodBody({ instances, errors: [] }));
  };
}
beforeEach(() => answerAfter(() => {}));

/** As releases from 1.5 on tell an exception in a servable's function. */
const FAILED =
  "Call Function 'add.f' Failed, method: 'add_common', stage index(begin with 1): 1, error msg: no";

const item = (n: string, options?: ManyItemOptions) => new ManyItem({ n }, options);

async function collect(outcomes: AsyncIterable<IndexedOutcome>): Promise<IndexedOutcome[]> {
  const all: IndexedOutcome[] = [];
  for await (const one of outcomes) all.push(one);
  return all.sort((a, b) => a.index - b.index);
}

describe("an item of inferMany", () => {
  it("that is aborted on the way has no outcome, and its neighbours have theirs", async () => {
    const leave = new AbortController();
    answerAfter(() => leave.abort());
    const source = [item("a"), item("b", { signal: leave.signal }), { n: "c" }];
    expect(await collect(client().inferMany(source))).toEqual([
      { index: 0, outcome: { n: "a" } },
      { index: 2, outcome: { n: "c" } },
    ]);
    expect(asked()).toEqual([["a", "b", "c"]]);
  });

  it("that is aborted before its batch leaves is not sent", async () => {
    const source = [item("a"), item("b", { signal: AbortSignal.abort() }), item("c")];
    expect(await collect(client().inferMany(source))).toHaveLength(2);
    expect(asked()).toEqual([["a", "c"]]);
  });

  it("ends its call when all items in it are aborted, and the iteration goes on", async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    // The call that is never answered holds up the next one for as long as it lasts.
    answerAfter(async ([name]) => {
      if (name !== "a") return;
      first.abort();
      second.abort();
      await new Promise(() => {});
    });
    const source = [item("a", { signal: first.signal }), item("b", { signal: second.signal }), item("c")];
    const outcomes = await collect(client().inferMany(source, { maxBatchCount: 2, concurrency: 1 }));
    expect(outcomes).toEqual([{ index: 2, outcome: { n: "c" } }]);
  });

  it("is told how far its own bytes are: those of a batch leave in order", async () => {
    const told = new Map<string, ItemProgress[]>([
      ["a", []],
      ["b", []],
    ]);
    const source = [...told].map(([n, list]) => item(n, { onProgress: (one) => list.push(one) }));
    await collect(client().inferMany([...source, { n: "c" }]));
    for (const list of told.values()) {
      const { uploadTotal } = list[0]!;
      expect(uploadTotal).toBeGreaterThan(0);
      expect(list[0]).toMatchObject({ uploaded: 0, together: 3 });
      expect(list.at(-1)).toMatchObject({ uploaded: uploadTotal, together: 3 });
      expect(list.at(-1)!.call.downloaded).toBeGreaterThan(0);
    }
  });

  it("that is not an instance fails alone", async () => {
    const outcomes = await collect(client().inferMany([item("a"), new ManyItem(7 as never), item("c")]));
    expect(outcomes.map(({ outcome }) => outcome)).toMatchObject([
      { n: "a" },
      {
        kind: "invalid-input",
        error: "the instance is 7: give an object of named inputs, { x1: …, x2: … }",
      },
      { n: "c" },
    ]);
  });
});

describe("an instance that a function of the servable failed on", () => {
  it("holds up no outcome of its neighbours while it is sent again alone", async () => {
    const toldOthers = deferred();
    server.answer = async (seen, response) => {
      const names = namesIn(seen.body);
      if (names.length === 1) await toldOthers.promise;
      const errors = names.map((name) =>
        name === "bad" ? { code: 1, text: FAILED } : { code: 0, text: "" },
      );
      const instances = names.map((name) =>
        name === "bad" ? new Map() : new Map([["n", encodeInput(name)]]),
      );
      response
        .writeHead(200, { "content-type": "application/grpc-web+proto" })
        .end(goodBody({ instances, errors }));
    };
    const seen: number[] = [];
    const source = [{ n: "a" }, { n: "bad" }, { n: "c" }];
    for await (const { index, outcome } of client().inferMany(source, { retryAlone: true })) {
      seen.push(index);
      if (seen.length === 2) toldOthers.resolve();
      if (index === 1) expect(outcome).toMatchObject({ kind: "model-failed", alone: true });
    }
    expect(seen).toEqual([0, 2, 1]);
    expect(asked()).toEqual([["a", "bad", "c"], ["bad"]]);
  });
});

describe("a run of inferMany that is paused", () => {
  it("lets the call under way finish, starts none, takes nothing from the source, and resumes where it was", async () => {
    const answered = deferred();
    const begun = deferred();
    answerAfter(() => {
      begun.resolve();
      return answered.promise;
    });
    let taken = 0;
    function* source() {
      for (const n of ["a", "b", "c", "d"]) {
        taken++;
        yield { n };
      }
    }
    const run = client().inferMany(source(), { maxBatchCount: 1, concurrency: 1 });
    const first = run.next();
    await begun.promise;
    run.pause();
    answered.resolve();
    expect(await first).toEqual({ done: false, value: { index: 0, outcome: { n: "a" } } });
    const second = run.next();
    // Whatever were to be sent would be by now: a call of another client has come and gone.
    await client().infer({ n: "other" });
    expect([asked(), taken]).toEqual([[["a"], ["other"]], 1]);
    run.resume();
    expect(await second).toEqual({ done: false, value: { index: 1, outcome: { n: "b" } } });
    expect((await collect(run)).map(({ index }) => index)).toEqual([2, 3]);
  });

  it("keeps a batch that the source gave meanwhile, and ends on an abort", async () => {
    const gate = deferred();
    async function* source() {
      await gate.promise;
      yield { n: "a" };
      yield { n: "b" };
    }
    const controller = new AbortController();
    const limits = { maxBatchCount: 1, concurrency: 1, signal: controller.signal };
    const run = client().inferMany(source(), limits);
    const first = run.next();
    run.pause();
    gate.resolve();
    await client().infer({ n: "other" });
    expect(asked()).toEqual([["other"]]);
    run.resume();
    expect(await first).toMatchObject({ value: { index: 0 } });
    run.pause();
    const ended = run.next();
    controller.abort();
    await expect(ended).rejects.toMatchObject({ name: "AbortError" });
  });
});
