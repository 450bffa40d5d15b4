/** The arithmetic of a link, and what passes it when, by a clock of the test's own. */

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Direction } from "./direction.ts";
import { Pipe } from "./pipe.ts";

const MBIT = 1_000_000;

it("bytes arrive after the time that the link needs to send them, and its delay", () => {
  const direction = new Direction({ bitsPerSecond: 20 * MBIT, delayMs: 20 });
  // 2.5 MB are what 20 Mbit/s send in a second.
  expect(direction.send(2_500_000, 100)).toBe(1120);
});

it("bytes that find the link busy wait until it has sent what came before", () => {
  const direction = new Direction({ bitsPerSecond: 8 * MBIT, delayMs: 5 });
  expect([direction.send(1000, 0), direction.send(1000, 0), direction.send(1000, 0.5)]).toEqual([6, 7, 8]);
});

it("a pause is no credit: the rate is the same after it", () => {
  const direction = new Direction({ bitsPerSecond: 8 * MBIT, delayMs: 0 });
  direction.send(1000, 0);
  expect(direction.send(1000, 500)).toBe(501);
});

it("a link without a limit has its delay alone", () => {
  const direction = new Direction({ bitsPerSecond: Number.POSITIVE_INFINITY, delayMs: 20 });
  expect(direction.send(1e9, 3)).toBe(23);
  expect(direction.busy).toEqual([]);
});

it("it says when it was busy, one span for what follows without a gap, and how much it sent", () => {
  const direction = new Direction({ bitsPerSecond: 8 * MBIT, delayMs: 50 });
  for (const at of [0, 0, 1, 10]) direction.send(1000, at);
  expect(direction.busy).toEqual([
    [0, 3],
    [10, 11],
  ]);
  expect(direction.bytes).toBe(4000);
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A pipe of 1 KB in each ms, and 20 ms, and what came out of it. */
function openPipe({ windowBytes = 1e9, slowSink = false } = {}) {
  const out = { bytes: 0, events: [] as string[], held: [] as (() => void)[] };
  const pipe = new Pipe({
    direction: new Direction({ bitsPerSecond: 8 * 1024 * 1000, delayMs: 20 }),
    windowBytes,
    source: { pause: () => out.events.push("pause"), resume: () => out.events.push("resume") },
    sink: {
      write(bytes, passedOn) {
        out.bytes += bytes.length;
        if (slowSink) out.held.push(passedOn);
        else passedOn();
      },
      end: () => out.events.push("end"),
      reset: () => out.events.push("reset"),
    },
  });
  return { pipe, out };
}

it("a thousand KB come through steadily: nothing in the delay, half in half of its time, all at its end", () => {
  const { pipe, out } = openPipe();
  pipe.take(new Uint8Array(1000 * 1024));
  vi.advanceTimersByTime(20);
  expect(out.bytes).toBe(0);
  vi.advanceTimersByTime(500);
  expect(Math.abs(out.bytes - 500 * 1024)).toBeLessThan(10_000);
  vi.advanceTimersByTime(499);
  expect(out.bytes).toBeLessThan(1000 * 1024);
  vi.advanceTimersByTime(1);
  expect(out.bytes).toBe(1000 * 1024);
});

it("the end comes after the last byte, and so does a reset", () => {
  for (const last of ["end", "reset"] as const) {
    const { pipe, out } = openPipe();
    pipe.take(new Uint8Array(1024));
    pipe[last]();
    vi.advanceTimersByTime(20);
    expect(out).toMatchObject({ bytes: 0, events: expect.not.arrayContaining([last]) });
    vi.advanceTimersByTime(1);
    expect(out).toMatchObject({ bytes: 1024, events: expect.arrayContaining([last]) });
  }
});

it("who sends is held up when the window is full, and goes on when bytes have been passed on", () => {
  const { pipe, out } = openPipe({ windowBytes: 2048, slowSink: true });
  pipe.take(new Uint8Array(1024));
  expect(out.events).toEqual([]);
  pipe.take(new Uint8Array(1024));
  expect(out.events).toEqual(["pause"]);
  vi.advanceTimersByTime(1000);
  // They arrived, and whom they are for doesn't read.
  expect(out).toMatchObject({ bytes: 2048, events: ["pause"] });
  out.held[0]!();
  expect(out.events).toEqual(["pause", "resume"]);
});
