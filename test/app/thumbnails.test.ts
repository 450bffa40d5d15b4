import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** Decodes nothing by itself: a test answers for it. */
class HeldWorker {
  static last: HeldWorker;
  readonly asked: number[] = [];
  onmessage!: (event: { data: { id: number } }) => void;

  constructor() {
    HeldWorker.last = this;
  }

  postMessage({ id }: { id: number }) {
    this.asked.push(id);
  }

  /** Says of the oldest open photo that it is no picture. */
  answer() {
    this.onmessage({ data: { id: this.asked.shift()! } });
  }
}

beforeEach(() => {
  vi.stubGlobal("Worker", HeldWorker);
  vi.stubGlobal("navigator", { hardwareConcurrency: 1 });
});
afterEach(() => vi.unstubAllGlobals());

describe("the small picture of a photo", () => {
  it("comes to the card that shows it now, also when an earlier card leaves later than this one came", async () => {
    const { Thumbnails } = await import("../../src/app/classify/grid/thumbnails.ts");
    const thumbnails = new Thumbnails();
    const file = new Blob(["x"]);
    const before = thumbnails.of(1, file, 440, new AbortController().signal);
    const leaving = new AbortController();
    const left = thumbnails.of(2, file, 440, leaving.signal);
    const now = thumbnails.of(2, file, 440, new AbortController().signal);
    leaving.abort();
    await expect(left).rejects.toThrow("abort");
    HeldWorker.last.answer();
    await before;
    expect(HeldWorker.last.asked).toEqual([2]);
    HeldWorker.last.answer();
    await now;
  });

  it("is not decoded when its card has left before", async () => {
    const { Thumbnails } = await import("../../src/app/classify/grid/thumbnails.ts");
    const thumbnails = new Thumbnails();
    const file = new Blob(["x"]);
    void thumbnails.of(1, file, 440, new AbortController().signal);
    const leaving = new AbortController();
    const left = thumbnails.of(2, file, 440, leaving.signal);
    leaving.abort();
    await expect(left).rejects.toThrow("abort");
    HeldWorker.last.answer();
    expect(HeldWorker.last.asked).toEqual([]);
  });
});
