/** The queue of photos, with batches as the client makes them: calls wait for the test to answer them. */

import { describe, expect, it, vi } from "vitest";
import type { CallError, Client, ErrorKind, InferResult, Outcome, Progress } from "../../src/client/index.ts";
import { hintOf } from "../../src/client/index.ts";
import { inferMany } from "../../src/client/many/infer-many.ts";
import { codeMissing, unreadableFile } from "../../src/failures/index.ts";
import { PhotoError, PhotoQueue, type PhotoQueueOptions } from "../../src/photos/index.ts";
import type { InstanceMessage } from "../../src/wire/message.ts";

const files = (...names: string[]) => names.map((name) => new File([name], name, { type: "image/jpeg" }));
const numbered = (count: number) => files(...Array.from({ length: count }, (_, i) => `p${i}`));
const good = (name: string): Outcome => ({ label: `${name};other` });
/** A whole call's. */
const failure = (kind: ErrorKind): CallError => ({
  error: `${kind} text`,
  code: 14,
  grpcStatus: 14,
  kind,
  hint: hintOf(kind),
});
/** One instance's, by Serving. */
const failed = (kind: ErrorKind): Outcome => ({ error: `${kind} text`, code: 1, kind });

interface Call {
  names: string[];
  /** Of the first photo's instance. */
  inputs: string[];
  signal: AbortSignal;
  progress(uploaded: number, uploadTotal: number): void;
  answer(result: InferResult): void;
  /** Every photo is what its name says. */
  answerWell(): void;
}

const nameOf = (message: InstanceMessage) => ([...message.values()][0]!.bytesVal[0] as File).name;

/** A queue whose calls wait for the test to answer them. */
function open({
  batchCount = 8,
  concurrency = 2,
  probe,
  ...options
}: Partial<PhotoQueueOptions> & { batchCount?: number; concurrency?: number; probe?: unknown } = {}) {
  const calls: Call[] = [];
  const client = {
    probe,
    inferMany: (source: Parameters<typeof inferMany>[0], limits: object) =>
      inferMany(
        source,
        { ...limits, requestBytes: () => 2 ** 24 },
        (messages, signal, onProgress) =>
          new Promise((answer, reject) => {
            const names = messages.map(nameOf);
            const progress = (uploaded: number, uploadTotal: number) =>
              onProgress!({ uploaded, uploadTotal, downloaded: 0 } satisfies Progress);
            const answerWell = () => answer(names.map(good));
            const inputs = [...messages[0]!.keys()];
            calls.push({ names, inputs, signal, progress, answer, answerWell });
            signal.addEventListener("abort", () => reject(signal.reason));
          }),
      ),
  } as unknown as Client;
  const queue = new PhotoQueue({
    client: () => client,
    prepare: async (file) => {
      if (file.name.startsWith("gone")) throw new PhotoError(unreadableFile());
      if (file.name.startsWith("broken")) throw new PhotoError(codeMissing());
      return file;
    },
    limits: () => ({ batchCount, concurrency }),
    ...options,
  });
  const states = () => [...queue.photos.values()].map(({ path, state }) => `${path} ${state.name}`);
  const names = (state: string) => states().filter((text) => text.endsWith(` ${state}`)).length;
  const made = (count: number) => vi.waitFor(() => expect(calls.length).toBe(count));
  const idOf = (path: string) => [...queue.photos.values()].find((photo) => photo.path === path)!.id;
  return { queue, calls, states, names, made, idOf };
}

describe("the queue", () => {
  it("sends files as they are, as many at a time as it may, and fills results in as they come", async () => {
    const { queue, calls, states, made } = open();
    queue.add(numbered(18));
    await made(2);
    expect(calls.map(({ names }) => names.length)).toEqual([8, 8]);
    expect(states().filter((text) => text.endsWith("waiting"))).toEqual(["p16 waiting", "p17 waiting"]);
    calls[1]!.progress(9, 9);
    calls[1]!.answerWell();
    await made(3);
    expect(calls[2]!.names).toEqual(["p16", "p17"]);
    expect(states()[8]).toBe("p8 done");
    expect(states()[0]).toBe("p0 uploading");
    expect(queue.latest.map(({ path }) => path)).toEqual(calls[1]!.names);
    expect(queue.photos.get(9)!.state).toMatchObject({ together: 8, sentBytes: 2 });
    expect(queue.tally).toMatchObject({ all: 18, done: 8, underWay: 10, waiting: 0 });
  });

  it("knows how much of each photo has left, since they leave in order", async () => {
    const { queue, calls, made } = open();
    queue.add(["a", "b", "c"].map((name) => new File([name.repeat(1000)], name)));
    await made(1);
    calls[0]!.progress(1401, 3000);
    const states = () => [...queue.photos.values()].map(({ state }) => state);
    expect(states()).toEqual([
      { name: "running" },
      { name: "uploading", share: 0.4 },
      { name: "uploading", share: 0 },
    ]);
    calls[0]!.progress(3000, 3000);
    expect(states().map(({ name }) => name)).toEqual(["running", "running", "running"]);
  });

  it("keeps an instance's failure at its own photo", async () => {
    const { queue, calls, states, made } = open();
    queue.add(files("a", "b", "c"));
    await made(1);
    calls[0]!.answer([good("a"), failed("invalid-input"), {}]);
    await vi.waitFor(() => expect(states()).toEqual(["a done", "b failed", "c done"]));
    expect(queue.halt).toBeUndefined();
    expect([...queue.photos.values()].slice(1).map(({ state }) => state)).toMatchObject([
      { failure: { error: "invalid-input text", scope: "instance" }, withWholeCall: false },
      { labels: [] },
    ]);
  });

  it("is done with a photo whose answer has no labels, and keeps its outputs", async () => {
    const { queue, calls, states, made } = open();
    queue.add(files("a"));
    await made(1);
    calls[0]!.answer([{ class_id: 388 }]);
    await vi.waitFor(() => expect(states()).toEqual(["a done"]));
    expect([...queue.photos.values()][0]!.state).toMatchObject({ outputs: { class_id: 388 }, labels: [] });
  });

  describe("that is to learn the method's input", () => {
    /** Sends two photos one after the other to a method with these inputs. */
    async function learn(inputs: string[] | undefined, input = "") {
      const probe = vi.fn(async () => ({ proxy: true, worker: true, ...(inputs && { inputs }) }));
      const { queue, calls, made } = open({ input: () => input, probe });
      for (const [i, file] of files("a", "b").entries()) {
        queue.add([file]);
        await made(i + 1);
        calls[i]!.answerWell();
        await queue.whenSettled(i + 1);
      }
      return { sent: calls.map((call) => call.inputs), asked: probe.mock.calls.length };
    }

    it("asks once, and sends photos as the only one", async () => {
      expect(await learn(["picture"])).toEqual({ sent: [["picture"], ["picture"]], asked: 1 });
    });

    it("takes image where the method has several, or the server can't tell, and then asks again", async () => {
      expect(await learn(["mask", "image"])).toEqual({ sent: [["image"], ["image"]], asked: 1 });
      expect(await learn(undefined)).toEqual({ sent: [["image"], ["image"]], asked: 2 });
    });

    it("asks nobody where one is named", async () => {
      expect(await learn(["picture"], "photo")).toEqual({ sent: [["photo"], ["photo"]], asked: 0 });
    });
  });

  it("refuses an empty file without a call", () => {
    const { queue, calls, states } = open();
    queue.add([new File([], "empty.jpg")]);
    queue.retry();
    expect(states()).toEqual(["empty.jpg failed"]);
    expect(calls).toEqual([]);
    expect(queue.latest[0]!.path).toBe("empty.jpg");
  });

  it("leaves a file that can't be read out of the call", async () => {
    const { queue, calls, states, made } = open();
    queue.add(files("a", "gone"));
    await made(1);
    expect(calls[0]!.names).toEqual(["a"]);
    calls[0]!.answerWell();
    await vi.waitFor(() => expect(states()).toEqual(["a done", "gone failed"]));
    queue.add(files("gone too"));
    await vi.waitFor(() => expect(queue.tally).toMatchObject({ failed: 2, open: 0 }));
    expect(calls.length).toBe(1);
  });

  it("tells when a part of the page can't be loaded, and goes on when tried again", async () => {
    const { queue } = open();
    queue.add(files("broken"));
    await vi.waitFor(() => expect(queue.halt?.failure).toEqual(codeMissing()));
    expect(queue.tally).toMatchObject({ failed: 1, retryable: 1, open: 0 });
  });
});

describe("a call that fails as a whole", () => {
  it.each(["offline", "proxy-unreachable", "worker-down", "queue-full"] as const)(
    "over something passing (%s) loses nothing: its photos are the next ones when it is over",
    async (kind) => {
      const { queue, calls, states, names, made } = open();
      queue.add(numbered(20));
      await made(2);
      calls[0]!.answerWell();
      await made(3);
      for (const one of calls.slice(1)) one.answer(failure(kind));
      await vi.waitFor(() => expect(queue.halt).toMatchObject({ failure: { kind }, passing: true }));
      await vi.waitFor(() => expect(names("waiting")).toBe(12));
      expect(states()[0]).toBe("p0 done");
      queue.resume();
      await made(5);
      expect(queue.halt).toBeUndefined();
      expect(calls[3]!.names).toEqual(calls[1]!.names);
      calls[3]!.answerWell();
      calls[4]!.answerWell();
      await vi.waitFor(() => expect(names("done")).toBe(20));
      expect(queue.tally).toMatchObject({ done: 20, open: 0, failed: 0 });
    },
  );

  it("for a part of its photos, as a worker's death takes them, loses none either: that part is sent again", async () => {
    const { queue, calls, states, made } = open();
    queue.add(numbered(4));
    await made(1);
    const lost = failed("worker-down");
    calls[0]!.answer([good("p0"), lost, lost, failed("invalid-input")]);
    await vi.waitFor(() => expect(queue.tally.failed).toBe(1));
    expect(queue.halt).toMatchObject({ failure: { kind: "worker-down" }, passing: true });
    expect(states()).toEqual(["p0 done", "p1 waiting", "p2 waiting", "p3 failed"]);
    queue.resume();
    await made(2);
    expect(calls[1]!.names).toEqual(["p1", "p2"]);
    calls[1]!.answerWell();
    await vi.waitFor(() => expect(queue.tally).toMatchObject({ done: 3, failed: 1, open: 0 }));
  });

  it("over something to mend marks its photos, stops the others, and goes on when tried again", async () => {
    const { queue, calls, states, names, made } = open();
    queue.add(numbered(24));
    await made(2);
    for (const one of calls) one.answer(failure("method-not-available"));
    await vi.waitFor(() => expect(names("failed")).toBe(16));
    expect(queue.halt).toMatchObject({ failure: { kind: "method-not-available" }, passing: false });
    expect(states()[23]).toBe("p23 waiting");
    expect(queue.photos.get(1)!.state).toMatchObject({ withWholeCall: true });
    queue.cancel([queue.photos.size]);
    queue.tryAgain();
    expect(queue.halt).toBeUndefined();
    await made(4);
    expect(calls[2]!.names[0]).toBe("p16");
    expect(states()[23]).toBe("p23 cancelled");
    expect(names("failed")).toBe(0);
  });

  it("is looked into when it may be one photo's fault: each goes again alone", async () => {
    const { queue, calls, states, made } = open();
    queue.add(files("a", "b"));
    await made(1);
    calls[0]!.answer(failure("model-failed"));
    await made(2);
    calls[1]!.answer(failure("model-failed"));
    await made(3);
    expect(calls.slice(1).map(({ names }) => names)).toEqual([["a"], ["b"]]);
    calls[2]!.answerWell();
    await vi.waitFor(() => expect(states()).toEqual(["a failed", "b done"]));
    expect(queue.halt).toBeUndefined();
    expect(queue.photos.get(1)!.state).toMatchObject({ withWholeCall: false });
  });
});

describe("pause and cancel", () => {
  it("a paused queue makes no further call; those under way end well", async () => {
    const { queue, calls, names, made } = open({ batchCount: 1 });
    queue.add(numbered(4));
    await made(2);
    queue.pause();
    for (const one of calls) one.answerWell();
    await vi.waitFor(() => expect(names("done")).toBe(2));
    expect(names("waiting")).toBe(2);
    expect(queue.pace.rate(performance.now() + 2000)).toBeUndefined();
    queue.resume();
    await made(4);
  });

  it("cancels what is not settled, ends the calls, and can take it up again", async () => {
    const { queue, calls, states, made } = open({ batchCount: 1 });
    queue.add(numbered(4));
    await made(2);
    calls[0]!.answerWell();
    await made(3);
    queue.cancel();
    expect(states()).toEqual(["p0 done", "p1 cancelled", "p2 cancelled", "p3 cancelled"]);
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([false, true, true]);
    expect(queue.tally).toMatchObject({ cancelled: 3, retryable: 3, open: 0 });
    queue.retry();
    await made(5);
    expect(calls.slice(3).map(({ names }) => names)).toEqual([["p1"], ["p2"]]);
  });

  it("one photo of a call can be cancelled without the others", async () => {
    const { queue, calls, states, made, idOf } = open();
    queue.add(files("a", "b"));
    await made(1);
    queue.cancel([idOf("a")]);
    expect(calls[0]!.signal.aborted).toBe(false);
    calls[0]!.progress(2, 2);
    calls[0]!.answerWell();
    await vi.waitFor(() => expect(states()).toEqual(["a cancelled", "b done"]));
  });
});

describe("taking photos away", () => {
  it("ends calls that nobody waits for", async () => {
    const { queue, calls, states, made } = open();
    const [a, b] = queue.add(files("a", "b"));
    await made(1);
    queue.remove([a!.id]);
    expect(calls[0]!.signal.aborted).toBe(false);
    queue.remove([b!.id]);
    expect(calls[0]!.signal.aborted).toBe(true);
    queue.add(files("c"));
    await made(2);
    calls[1]!.answerWell();
    await vi.waitFor(() => expect(states()).toEqual(["c done"]));
    queue.remove();
    expect(queue.photos.size).toBe(0);
    expect(queue.tally).toMatchObject({ all: 0, done: 0, open: 0 });
  });

  it("ignores the answer for one that is gone", async () => {
    const { queue, calls, states, made } = open();
    const [a] = queue.add(files("a", "b"));
    await made(1);
    queue.remove([a!.id]);
    calls[0]!.answer([good("a"), good("b")]);
    await vi.waitFor(() => expect(states()).toEqual(["b done"]));
  });
});

it("a thousand photos go through, and none twice", async () => {
  const { queue, calls, made } = open({ batchCount: 100, concurrency: 4 });
  queue.add(numbered(1000));
  for (let i = 0; i < 10; i++) {
    await made(Math.min(10, i + 4));
    calls[i]!.answerWell();
    await vi.waitFor(() => expect(queue.tally.done).toBe((i + 1) * 100));
  }
  expect(new Set(calls.flatMap(({ names }) => names)).size).toBe(1000);
  expect(queue.tally).toMatchObject({ done: 1000, open: 0 });
});

describe("broken replies", () => {
  it("of one photo cost that photo alone", async () => {
    const { queue, calls, states, made } = open({ concurrency: 1 });
    queue.add(files("a", "bad", "c"));
    for (let i = 0; i < 5 && queue.tally.open > 0; i++) {
      await made(i + 1);
      const bad = calls[i]!.names.includes("bad");
      if (bad) calls[i]!.answer(failure("protocol"));
      else calls[i]!.answerWell();
      await vi.waitFor(() => expect(queue.tally.open === 0 || calls.length > i + 1).toBe(true));
    }
    expect(states()).toEqual(["a done", "bad failed", "c done"]);
    expect(queue.halt).toBeUndefined();
  });

  it("several in a row stop the queue: it is what answers that is broken", async () => {
    const { queue, calls, names, made } = open({ batchCount: 1, concurrency: 1 });
    queue.add(numbered(6));
    for (let i = 0; i < 3; i++) {
      await made(i + 1);
      calls[i]!.answer(failure("protocol"));
    }
    await vi.waitFor(() =>
      expect(queue.halt).toMatchObject({ failure: { kind: "protocol" }, passing: false }),
    );
    expect([names("failed"), names("waiting")]).toEqual([3, 3]);
    queue.tryAgain();
    for (let i = 3; i < 9; i++) {
      await made(i + 1);
      calls[i]!.answerWell();
    }
    await vi.waitFor(() => expect(names("done")).toBe(6));
  });
});

describe("a queue whose photos fail with a call that may pass", () => {
  it("fails all that wait, lets the other call end, and is tried again as a whole", async () => {
    const { queue, calls, states, made } = open({ batchCount: 1, onPassing: () => "fail" });
    queue.add(files("a", "b", "c"));
    await made(2);
    calls[0]!.answer(failure("worker-down"));
    await vi.waitFor(() => expect(states()).toEqual(["a failed", "b uploading", "c failed"]));
    expect(queue.halt).toMatchObject({ failure: { kind: "worker-down" } });
    calls[1]!.answerWell();
    await vi.waitFor(() => expect(states()).toEqual(["a failed", "b done", "c failed"]));
    queue.retry();
    await made(4);
    for (const call of calls.slice(2)) call.answerWell();
    await vi.waitFor(() => expect(queue.tally).toMatchObject({ done: 3, open: 0 }));
  });
});

describe("a queue that waits for what may pass", () => {
  it("looks again by itself, less and less often, and goes on when it is back", async () => {
    vi.useFakeTimers();
    const looks: number[] = [];
    let back = false;
    const began = Date.now();
    const isBack = () => {
      looks.push((Date.now() - began) / 1000);
      return back;
    };
    const { queue, calls } = open({ isBack });
    try {
      queue.add(files("a"));
      await vi.advanceTimersByTimeAsync(0);
      await vi.waitFor(() => expect(calls.length).toBe(1));
      calls[0]!.answer(failure("worker-down"));
      await vi.advanceTimersByTimeAsync(31_000);
      // After 1, 2, 4, 8 and then every 15 seconds.
      expect(looks.map(Math.round)).toEqual([1, 3, 7, 15, 30]);
      back = true;
      await vi.advanceTimersByTimeAsync(15_000);
      await vi.waitFor(() => expect(calls.length).toBe(2));
      calls[1]!.answerWell();
      await vi.advanceTimersByTimeAsync(0);
      expect(queue.tally.done).toBe(1);
      expect(queue.halt).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a client that is another one now", () => {
  it("is given what is not on its way yet, and no photo twice", async () => {
    const { queue, calls, made } = open({ batchCount: 1, concurrency: 1 });
    queue.add(files("a", "b"));
    await made(1);
    queue.renew();
    await made(2);
    expect(calls.map(({ names }) => names)).toEqual([["a"], ["b"]]);
    for (const call of calls) call.answerWell();
    await vi.waitFor(() => expect(queue.tally).toMatchObject({ done: 2, open: 0 }));
  });

  it("that can't be meant stops the queue with its text, and loses nothing", async () => {
    const { queue, calls, states, made } = open();
    const strange = new PhotoQueue({
      client: () => {
        throw new TypeError('"ftp://x" is not an address of a proxy');
      },
    });
    strange.add(files("a", "b"));
    await vi.waitFor(() => expect(strange.halt?.failure.error).toContain("ftp://x"));
    expect(strange.tally).toMatchObject({ failed: 1, waiting: 1 });
    queue.add(files("a"));
    await made(1);
    calls[0]!.answerWell();
    await vi.waitFor(() => expect(states()).toEqual(["a done"]));
  });
});

it("a photo's end can be awaited, also of one that is taken away or was never there", async () => {
  const { queue, calls, made } = open();
  const [a, b] = queue.add(files("a", "b")).map(({ id }) => id);
  const both = [queue.whenSettled(a!), queue.whenSettled(b!)];
  await made(1);
  queue.remove([b!]);
  calls[0]!.answerWell();
  expect((await Promise.all(both)).map(({ state }) => state.name)).toEqual(["done", "cancelled"]);
  await expect(queue.whenSettled(b!)).rejects.toThrow("was removed");
});
