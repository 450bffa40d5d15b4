import { describe, expect, it, vi } from "vitest";
import type { Incoming } from "../../src/app/classify/photo.ts";
import { PhotoQueue } from "../../src/app/classify/photo-queue.ts";
import { Unreadable } from "../../src/app/classify/prepare.ts";
import type { Answer } from "../../src/app/serving/call.ts";
import type { Progress } from "../../src/client/index.ts";
import { codeMissing, type Failure, noLabel } from "../../src/ui/index.ts";

const files = (...names: string[]): Incoming[] =>
  names.map((name) => ({ file: new File([name], name, { type: "image/jpeg" }), path: name }));
const numbered = (count: number) => files(...Array.from({ length: count }, (_, i) => `p${i}`));
const good = (name: string) => ({ outputs: { label: `${name};other` } });
const failure = (kind: Failure["kind"]): Failure => ({
  error: `${kind} text`,
  kind,
  scope: "call",
  hint: { en: "", zh: "" },
});

interface Call {
  names: string[];
  signal: AbortSignal;
  progress(uploaded: number, uploadTotal: number): void;
  answer(answer: Answer): void;
  /** Every photo is what its name says. */
  answerWell(): void;
}

/** A queue whose calls wait for the test to answer them. */
function open({ batchCount = 8, concurrency = 2 } = {}) {
  const calls: Call[] = [];
  const queue = new PhotoQueue(
    {
      prepare: async (file) => {
        if (file.name.startsWith("gone")) throw new Unreadable(file.name);
        if (file.name.startsWith("broken"))
          throw new TypeError("Failed to fetch dynamically imported module");
        return file;
      },
      send: (sent, signal, onProgress) =>
        new Promise((answer, reject) => {
          const names = sent.map((file) => (file as File).name);
          const progress = (uploaded: number, uploadTotal: number) =>
            onProgress({ uploaded, uploadTotal, downloaded: 0 } satisfies Progress);
          const answerWell = () => answer({ answers: names.map(good) });
          calls.push({ names, signal, progress, answer, answerWell });
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    },
    () => ({ batchCount, concurrency }),
    () => {},
  );
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
    expect(queue.news.map(({ path }) => path)).toEqual(calls[1]!.names);
    expect(queue.photos.get(9)!.state).toMatchObject({ together: 8, sentBytes: 2 });
    expect(queue.tally).toMatchObject({ all: 18, done: 8, underWay: 10, waiting: 0 });
  });

  it("knows how much of each photo has left, since they leave in order", async () => {
    const { queue, calls, made } = open();
    queue.add(files("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"));
    await made(1);
    calls[0]!.progress(14, 36);
    const states = () => [...queue.photos.values()].map(({ state }) => state);
    expect(states()).toEqual([
      { name: "running" },
      { name: "uploading", share: 0.4 },
      { name: "uploading", share: 0 },
    ]);
    calls[0]!.progress(36, 36);
    expect(states().map(({ name }) => name)).toEqual(["running", "running", "running"]);
  });

  it("keeps an instance's failure at its own photo", async () => {
    const { queue, calls, states, made } = open();
    queue.add(files("a", "b", "c"));
    await made(1);
    calls[0]!.answer({ answers: [good("a"), { failure: failure("model-failed") }, { outputs: {} }] });
    await vi.waitFor(() => expect(states()).toEqual(["a done", "b failed", "c failed"]));
    expect(queue.halt).toBeUndefined();
    expect([...queue.photos.values()].slice(1).map(({ state }) => state)).toMatchObject([
      { failure: { error: "model-failed text" }, withWholeCall: false },
      { failure: noLabel() },
    ]);
  });

  it("refuses an empty file without a call", () => {
    const { queue, calls, states } = open();
    queue.add([{ file: new File([], "empty.jpg"), path: "empty.jpg" }]);
    queue.retry();
    expect(states()).toEqual(["empty.jpg failed"]);
    expect(calls).toEqual([]);
    expect(queue.news[0]!.path).toBe("empty.jpg");
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
      for (const one of calls.slice(1)) one.answer({ failure: failure(kind) });
      await vi.waitFor(() => expect(queue.halt).toEqual({ failure: failure(kind), passing: true }));
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
    const lost = { failure: failure("worker-down") };
    calls[0]!.answer({ answers: [good("p0"), lost, lost, { failure: failure("model-failed") }] });
    await vi.waitFor(() => expect(queue.halt).toEqual({ failure: failure("worker-down"), passing: true }));
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
    for (const one of calls) one.answer({ failure: failure("method-not-available") });
    await vi.waitFor(() => expect(names("failed")).toBe(16));
    expect(queue.halt).toEqual({ failure: failure("method-not-available"), passing: false });
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
    calls[0]!.answer({ failure: failure("model-failed") });
    await made(3);
    expect(calls.slice(1).map(({ names }) => names)).toEqual([["a"], ["b"]]);
    calls[1]!.answer({ failure: failure("model-failed") });
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
    calls[0]!.answer({ answers: [good("a"), good("b")] });
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
