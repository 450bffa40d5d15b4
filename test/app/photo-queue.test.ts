import { describe, expect, it, vi } from "vitest";
import { type Classify, PhotoTable } from "../../src/app/classify/photo-table.ts";
import type { Answer, ToldFailure } from "../../src/app/serving/call.ts";

const files = (...names: string[]) => names.map((name) => new File([name], name, { type: "image/jpeg" }));
const good = (name: string) => ({ outputs: { label: `${name};other` } });
const failure = (kind: ToldFailure["kind"]): ToldFailure => ({ text: `${kind} text`, kind });

/** A table whose calls wait for the test to answer them. */
function open() {
  const calls: { names: string[]; signal: AbortSignal; answer: (answer: Answer) => void }[] = [];
  const classify: Classify = (sent, signal) =>
    new Promise((resolve, reject) => {
      calls.push({ names: sent.map(({ name }) => name), signal, answer: resolve });
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  const changed = vi.fn();
  const table = new PhotoTable(classify, changed);
  const states = () => table.photos.map(({ file, state }) => `${file.name} ${state.name}`);
  const made = (count: number) => vi.waitFor(() => expect(calls.length).toBe(count));
  return { table, calls, changed, states, made };
}

const numbered = (count: number) => files(...Array.from({ length: count }, (_, i) => `p${i}`));

describe("the table", () => {
  it("sends files as they are, two calls at a time, and fills results in as they come", async () => {
    const { table, calls, states, made } = open();
    table.add(numbered(18));
    await made(2);
    expect(calls.map(({ names }) => names.length)).toEqual([8, 8]);
    expect(states().filter((text) => text.endsWith("waiting"))).toEqual(["p16 waiting", "p17 waiting"]);
    calls[1]!.answer({ answers: calls[1]!.names.map(good) });
    await made(3);
    expect(calls[2]!.names).toEqual(["p16", "p17"]);
    expect(states()[8]).toBe("p8 done");
    expect(states()[0]).toBe("p0 running");
    expect(table.news.map(({ file }) => file.name)).toEqual(calls[1]!.names);
  });

  it("keeps an instance's failure at its own photo", async () => {
    const { table, calls, states, made } = open();
    table.add(files("a", "b", "c"));
    await made(1);
    calls[0]!.answer({ answers: [good("a"), { failure: failure("model-failed") }, { outputs: {} }] });
    await vi.waitFor(() => expect(states()).toEqual(["a done", "b failed", "c failed"]));
    expect(table.wholeFailure).toBeUndefined();
    expect(table.photos[1]!.state).toMatchObject({
      failure: { text: "model-failed text" },
      withWholeCall: false,
    });
    expect(table.photos[2]!.state).toMatchObject({ failure: { word: "noLabel" } });
  });

  it("refuses an empty file without a call", () => {
    const { table, calls, states } = open();
    table.add([new File([], "empty.jpg")]);
    expect(states()).toEqual(["empty.jpg failed"]);
    table.retry();
    expect(states()).toEqual(["empty.jpg failed"]);
    expect(calls).toEqual([]);
    expect(table.news[0]!.file.name).toBe("empty.jpg");
  });

  it("leaves a file that can't be read out of the call", async () => {
    const { table, calls, states, made } = open();
    const [a, gone] = files("a", "gone");
    gone!.slice = () => ({ arrayBuffer: () => Promise.reject(new Error()) }) as unknown as Blob;
    table.add([a!, gone!]);
    await made(1);
    expect(calls[0]!.names).toEqual(["a"]);
    expect(states()).toEqual(["a running", "gone failed"]);
  });
});

describe("a call that fails as a whole", () => {
  it("marks its photos, stops the others, and goes on when tried again", async () => {
    const { table, calls, states, made } = open();
    table.add(numbered(24));
    await made(2);
    for (const one of calls) one.answer({ failure: failure("worker-down") });
    await vi.waitFor(() => expect(table.wholeFailure).toEqual(failure("worker-down")));
    await vi.waitFor(() => expect(states().filter((text) => text.endsWith("failed")).length).toBe(16));
    expect(states()[23]).toBe("p23 waiting");
    expect(table.photos[0]!.state).toMatchObject({ withWholeCall: true });
    table.retry();
    expect(table.wholeFailure).toBeUndefined();
    await made(4);
  });

  it("is looked into when it may be one photo's fault: each goes again alone", async () => {
    const { table, calls, states, made } = open();
    table.add(files("a", "b"));
    await made(1);
    calls[0]!.answer({ failure: failure("model-failed") });
    await made(3);
    expect(calls.slice(1).map(({ names }) => names)).toEqual([["a"], ["b"]]);
    calls[1]!.answer({ failure: failure("model-failed") });
    calls[2]!.answer({ answers: [good("b")] });
    await vi.waitFor(() => expect(states()).toEqual(["a failed", "b done"]));
    expect(table.wholeFailure).toBeUndefined();
    expect(table.photos[0]!.state).toMatchObject({ withWholeCall: false });
  });
});

describe("taking photos away", () => {
  it("gives object URLs back and ends calls that nobody waits for", async () => {
    const revoke = vi.spyOn(URL, "revokeObjectURL");
    const { table, calls, states, made } = open();
    const [a, b] = table.add(files("a", "b"));
    await made(1);
    table.remove(a!.id);
    expect(calls[0]!.signal.aborted).toBe(false);
    table.remove(b!.id);
    expect(calls[0]!.signal.aborted).toBe(true);
    expect(revoke.mock.calls).toEqual([[a!.url], [b!.url]]);
    table.add(files("c"));
    await made(2);
    calls[1]!.answer({ answers: [good("c")] });
    await vi.waitFor(() => expect(states()).toEqual(["c done"]));
    table.clear();
    expect(table.photos).toEqual([]);
  });

  it("ignores the answer for one that is gone", async () => {
    const { table, calls, states, made } = open();
    const [a] = table.add(files("a", "b"));
    await made(1);
    table.remove(a!.id);
    calls[0]!.answer({ answers: [good("a"), good("b")] });
    await vi.waitFor(() => expect(states()).toEqual(["b done"]));
  });
});
