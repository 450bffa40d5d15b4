/** The queue of `<serving-classifier>`: calls wait for the test to answer them. */

import { describe, expect, it, vi } from "vitest";
import type { Outcome } from "../../src/client/index.ts";
import * as library from "../../src/client/index.ts";
import { inferMany } from "../../src/client/many/infer-many.ts";
import { PhotoQueue } from "../../src/elements/classifier/photo-queue.ts";
import type { Connection } from "../../src/elements/serving-element.ts";

const files = (...names: string[]) => names.map((name) => new File([name], name));
const good: Outcome = { label: "ox;other" };
const accepted = () => undefined;

function open() {
  /** Calls under way, first to last. */
  const calls: ((outcome: Outcome) => void)[] = [];
  const client = {
    inferMany: (source: Parameters<typeof inferMany>[0], options: object) =>
      inferMany(
        source,
        { ...options, requestBytes: () => 2 ** 24 },
        (messages) => new Promise((settle) => calls.push((outcome) => settle(messages.map(() => outcome)))),
      ),
  };
  const queue = new PhotoQueue({
    connect: async () => ({ client, library }) as unknown as Connection,
    prepare: async (file) => file,
    input: () => "image",
    changed: () => {},
    settled: () => {},
  });
  const made = (count: number) => vi.waitFor(() => expect(calls.length).toBe(count));
  const states = () => queue.photos.map(({ state }) => state.name);
  return { queue, calls, made, states };
}

describe("photos that are added while as many calls are under way as may be", () => {
  it("go with the next call", async () => {
    const { queue, calls, made, states } = open();
    queue.add(files("a", "b"), accepted);
    await made(2);
    const [late] = queue.add(files("c"), accepted);
    calls[0]!(good);
    await made(3);
    calls[2]!(good);
    expect((await late!).state.name).toBe("done");
    expect(states()).toEqual(["done", "running", "done"]);
  });

  it("fail with a call that fails as a whole, and no further call is made", async () => {
    const { queue, calls, made, states } = open();
    queue.add(files("a", "b"), accepted);
    await made(2);
    const [late] = queue.add(files("c"), accepted);
    calls[0]!({ error: "method is not available", code: 2, kind: "method-not-available" });
    expect((await late!).state).toMatchObject({ name: "failed", withWholeCall: true });
    calls[1]!(good);
    await vi.waitFor(() => expect(states()).toEqual(["failed", "done", "failed"]));
    expect(calls.length).toBe(2);
    const [again] = queue.add(files("d"), accepted);
    await made(3);
    calls[2]!(good);
    expect((await again!).state.name).toBe("done");
  });
});
