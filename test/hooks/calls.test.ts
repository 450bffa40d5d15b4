// @vitest-environment happy-dom
/** What `useInfer` shows and ends, alike in React and Vue: on a page, with calls that the test answers. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Client, hintOf, ServingError } from "../../src/client/index.ts";
import { HeldCalls } from "./held-calls.ts";
import { mountReact, mountStrictReact } from "./react-mount.ts";
import { mountVue } from "./vue-mount.ts";

const failed = {
  error: "no worker",
  kind: "worker-down",
  code: 14,
  grpcStatus: 14,
  hint: hintOf("worker-down"),
} as const;

/** Of the event loop: what was settled is told by then. */
const turn = () => new Promise<void>((done) => void setImmediate(done));

/** Rejections that nobody took, and what the frameworks complain of. */
let complaints: unknown[];
const onRejection = (error: unknown) => void complaints.push(error);
beforeEach(() => {
  complaints = [];
  process.on("unhandledRejection", onRejection);
  for (const name of ["error", "warn"] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => void complaints.push(words));
  }
});
afterEach(async () => {
  // Node tells of a rejection when the queue of microtasks is empty.
  await turn();
  process.off("unhandledRejection", onRejection);
  vi.restoreAllMocks();
  expect(complaints).toEqual([]);
});

describe.each([
  ["React", mountReact],
  ["React in StrictMode", mountStrictReact],
  ["Vue", mountVue],
])("%s", (_, mount) => {
  it("shows nothing and calls nothing until it is told to, then that it waits, then the outcomes", async () => {
    const held = new HeldCalls();
    const page = await mount(held);
    expect([page.text(), held.calls.length]).toEqual(["idle", 0]);
    const call = await page.begin(1);
    expect(page.text()).toBe("pending");
    const answer = [{ y: 2 }, { error: "bad", kind: "model-failed", code: 1 } as const];
    await page.act(() => held.last.answer(answer));
    expect(page.text()).toBe('[{"y":2},{"error":"bad","kind":"model-failed","code":1}]');
    expect(await call.answer).toBe(answer);
    expect(held.calls.map(({ input }) => input)).toEqual([1]);
  });

  it("shows the error of a whole call in the outcomes' place, and the next call takes it away", async () => {
    const held = new HeldCalls();
    const page = await mount(held, { keepPreviousData: true });
    const call = await page.begin(1);
    await page.act(() => held.last.answer(failed));
    expect(page.text()).toBe("no worker");
    expect(await call.answer).toBe(failed);
    await page.begin(2);
    expect(page.text()).toBe("pending");
    await page.act(() => held.last.answer([{ y: 4 }]));
    expect(page.text()).toBe('[{"y":4}]');
  });

  it("shows what can't be sent, names it to who awaits the call, and complains to nobody else", async () => {
    const client = new Client("http://localhost:9", "add", "add_common");
    const page = await mount(client);
    const call = await page.begin({ x: [[1]] as never });
    await page.act(() => call.answer.catch(() => {}));
    expect(page.text()).toMatch(/^the instance, input "x": .* can't be sent: wrap nested arrays as tensor/);
    await expect(call.answer).rejects.toThrow(TypeError);
    await page.begin([]);
    await page.act(turn);
    expect(page.text()).toBe("the list of instances is empty: give at least one");
  });

  it("shows what a function of the caller's throws: a ServingError has its kind and hint in the value too", async () => {
    const cause = new ServingError(failed);
    const page = await mount(async () => {
      throw cause;
    });
    await page.begin();
    await page.act(turn);
    expect(page.text()).toBe("no worker");
    expect(page.error()).toEqual({ error: "no worker", kind: "worker-down", hint: failed.hint, cause });
  });

  it("a new call ends the one before, whose answer is dropped, however late it comes", async () => {
    const held = new HeldCalls();
    const answers: ((answer: string) => void)[] = [];
    const page = await mount((input: number, options) => {
      void held.infer(input, options).catch(() => {});
      // Heeds no signal.
      return new Promise<string>((answer) => answers.push(answer));
    });
    const first = await page.begin(1);
    const second = await page.begin(2);
    expect(held.aborted).toEqual([true, false]);
    await page.act(() => answers[1]!("new"));
    await page.act(() => answers[0]!("stale"));
    expect(page.text()).toBe('"new"');
    expect([await first.answer, await second.answer]).toEqual([undefined, "new"]);
  });

  it("waits for the newest call when the one before it has been ended", async () => {
    const held = new HeldCalls();
    const page = await mount(held);
    const first = await page.begin(1);
    await page.begin(2);
    expect(await first.answer).toBeUndefined();
    await page.act(() => {});
    expect(page.text()).toBe("pending");
    await page.act(() => held.last.answer([{ y: 2 }]));
    expect(page.text()).toBe('[{"y":2}]');
  });

  it("with latest: false calls go on side by side, and no older answer takes a newer one's place", async () => {
    const held = new HeldCalls();
    const page = await mount(held, { latest: false });
    const calls = [await page.begin(1), await page.begin(2), await page.begin(3)];
    expect(held.aborted).toEqual([false, false, false]);
    await page.act(() => held.calls[0]!.tell({ uploaded: 1, uploadTotal: 1, downloaded: 0 }));
    expect(page.text()).toBe("pending");
    await page.act(() => held.calls[1]!.answer([{ y: 2 }]));
    expect(page.text()).toBe('pending [{"y":2}]');
    await page.act(() => held.calls[0]!.answer([{ y: 1 }]));
    expect(page.text()).toBe('pending [{"y":2}]');
    await page.act(() => held.calls[2]!.answer(failed));
    expect(page.text()).toBe("no worker");
    expect(await Promise.all(calls.map(({ answer }) => answer))).toEqual([[{ y: 1 }], [{ y: 2 }], failed]);
  });

  it("takes old outcomes away when a call begins; with keepPreviousData when its answer is there", async () => {
    for (const [keepPreviousData, text] of [
      [false, "pending"],
      [true, 'pending [{"y":1}]'],
    ] as const) {
      const held = new HeldCalls();
      const page = await mount(held, { keepPreviousData });
      await page.begin(1);
      await page.act(() => held.last.answer([{ y: 1 }]));
      await page.begin(2);
      expect(page.text()).toBe(text);
      await page.act(() => held.last.answer([{ y: 2 }]));
      expect(page.text()).toBe('[{"y":2}]');
    }
  });

  it("shows the bytes of the call under way, and tells them to a caller who asks; those of an ended call never", async () => {
    const held = new HeldCalls();
    const page = await mount(held);
    const told: number[] = [];
    await page.begin(1, { onProgress: ({ uploaded }) => told.push(uploaded) });
    await page.act(() => held.last.tell({ uploaded: 5, uploadTotal: 9, downloaded: 0 }));
    expect([page.text(), told]).toEqual(["pending 5/9", [5]]);
    await page.begin(2);
    expect(page.text()).toBe("pending");
    await page.act(() => held.calls[0]!.tell({ uploaded: 7, uploadTotal: 9, downloaded: 0 }));
    expect(page.text()).toBe("pending");
    await page.act(() => held.last.tell({ uploaded: 1, uploadTotal: 2, downloaded: 0 }));
    expect(page.text()).toBe("pending 1/2");
    await page.act(() => held.last.answer([{ y: 1 }]));
    expect(page.text()).toBe('[{"y":1}]');
  });

  it("with progress: false the call is asked for none, and the page is not rendered for it", async () => {
    const held = new HeldCalls();
    const page = await mount(held, { progress: false });
    await page.begin(1, { timeoutMs: 5 });
    expect(held.last.options).toEqual({ timeoutMs: 5, signal: expect.any(AbortSignal) });
  });

  it("abort() ends the call and shows at once that nothing is waited for; that is no error", async () => {
    const held = new HeldCalls();
    const page = await mount(held);
    page.abort();
    const call = await page.begin(1);
    await page.act(() => page.abort());
    expect([page.text(), held.aborted]).toEqual(["idle", [true]]);
    expect(await call.answer).toBeUndefined();
    await page.act(() => held.last.tell({ uploaded: 1, uploadTotal: 1, downloaded: 0 }));
    expect(page.text()).toBe("idle");
  });

  it("an abort that a function of the caller's makes by itself is no error either", async () => {
    const page = await mount(async () => {
      throw new DOMException("Enough", "AbortError");
    });
    const call = await page.begin();
    await page.act(turn);
    expect([page.text(), await call.answer]).toEqual(["idle", undefined]);
  });

  it("a signal of the caller's ends its call as abort() does, also one that has aborted before", async () => {
    const held = new HeldCalls();
    const page = await mount(held);
    const controller = new AbortController();
    const call = await page.begin(1, { signal: controller.signal });
    await page.act(() => controller.abort());
    expect([page.text(), held.aborted, await call.answer]).toEqual(["idle", [true], undefined]);
    const late = await page.begin(2, { signal: controller.signal });
    expect([page.text(), held.calls.length, await late.answer]).toEqual(["idle", 1, undefined]);
  });

  it("ends the call when the component goes, and shows nothing after that", async () => {
    const held = new HeldCalls();
    const page = await mount(held);
    const call = await page.begin(1);
    await page.unmount();
    const renders = page.renders();
    expect(held.aborted).toEqual([true]);
    expect(await call.answer).toBeUndefined();
    held.last.tell({ uploaded: 1, uploadTotal: 1, downloaded: 0 });
    await page.act(() => {});
    expect(page.renders()).toBe(renders);
  });

  it("a component that calls when it is there gets its answer", async () => {
    const held = new HeldCalls();
    const page = await mount(held, {}, (infer) => void infer(1));
    expect(page.text()).toBe("pending");
    expect(held.aborted.filter((aborted) => !aborted)).toHaveLength(1);
    await page.act(() => held.last.answer([{ y: 1 }]));
    expect(page.text()).toBe('[{"y":1}]');
  });

  it("calls the client of the last render, by the same function", async () => {
    const [one, other] = [new HeldCalls(), new HeldCalls()];
    const page = await mount(one);
    await page.update(other);
    await page.begin(1);
    expect([one.calls.length, other.calls.length]).toEqual([0, 1]);
    await page.act(() => other.last.answer([{ y: 1 }]));
    expect(page.text()).toBe('[{"y":1}]');
  });
});
