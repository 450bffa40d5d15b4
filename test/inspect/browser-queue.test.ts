/** Whose an entry of Resource Timing is, which names an address and no call. */

import { afterEach, beforeEach, expect, it, vi } from "vitest";

type Entry = Pick<PerformanceResourceTiming, "name" | "startTime" | "requestStart">;

let give: (...entries: Entry[]) => void;
let awaitQueueTime: typeof import("../../src/inspect/record/browser-queue.ts").awaitQueueTime;

beforeEach(async () => {
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(heard: (list: { getEntries: () => Entry[] }) => void) {
        give = (...entries) => heard({ getEntries: () => entries });
      }
      observe() {}
    },
  );
  vi.resetModules();
  ({ awaitQueueTime } = await import("../../src/inspect/record/browser-queue.ts"));
});
afterEach(() => vi.unstubAllGlobals());

/** What is told of calls that were sent at these times. */
function sentAt(...times: number[]): (number | undefined)[] {
  const told: (number | undefined)[] = times.map(() => undefined);
  for (const [i, at] of times.entries()) {
    awaitQueueTime("http://a/P", at, (ms) => {
      told[i] = ms;
    });
  }
  return told;
}

const entry = (startTime: number, requestStart: number, name = "http://a/P"): Entry => ({
  name,
  startTime,
  requestStart,
});

it("each of several calls under way is told its own wait, whichever ends first", () => {
  const told = sentAt(100, 110);
  give(entry(110.2, 115.2));
  give(entry(100.1, 101.1));
  expect(told.map((ms) => ms && Math.round(ms))).toEqual([1, 5]);
});

it("calls that were sent at once are told nothing, since their entries can't be told apart", () => {
  const told = sentAt(100, 100.2);
  give(entry(100.3, 103), entry(100.4, 109));
  expect(told).toEqual([undefined, undefined]);
});

it("another address, an earlier and a much later request are no call's", () => {
  const told = sentAt(100);
  give(entry(100, 105, "http://b/P"), entry(90, 95), entry(200, 205));
  expect(told).toEqual([undefined]);
});

it("another origin that does not let the page know gives no wait", () => {
  const told = sentAt(100);
  give(entry(100, 0));
  expect(told).toEqual([undefined]);
});
