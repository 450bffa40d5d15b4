import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Recovery } from "../../src/photos/recovery.ts";

const goOn = vi.fn();
let looks: number;
let up: boolean;
const isBack = async () => {
  looks++;
  return up;
};

beforeEach(() => {
  vi.useFakeTimers();
  goOn.mockReset();
  looks = 0;
  up = false;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a lost connection", () => {
  it("is looked for, less and less often, until it is back", async () => {
    const recovery = new Recovery(isBack, goOn);
    recovery.waiting(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toBe(1);
    // After 2, 4, 8 and then every 15 seconds.
    await vi.advanceTimersByTimeAsync(14_000);
    expect(looks).toBe(4);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(looks).toBe(6);
    up = true;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(goOn).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(7);
  });

  it("that comes and goes is not asked for ever faster, unless a call went well", async () => {
    const recovery = new Recovery(isBack, goOn);
    up = true;
    for (const after of [1000, 2000, 4000]) {
      recovery.waiting(true);
      await vi.advanceTimersByTimeAsync(after);
    }
    expect(goOn).toHaveBeenCalledTimes(3);
    recovery.worked();
    recovery.waiting(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(goOn).toHaveBeenCalledTimes(4);
  });

  it("is not looked for any more when nobody waits", async () => {
    const recovery = new Recovery(isBack, goOn);
    recovery.waiting(true);
    recovery.waiting(false);
    up = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(0);
    expect(goOn).not.toHaveBeenCalled();
  });

  it("that nobody waits for while it is looked for is not told as back", async () => {
    let answer: (back: boolean) => void = () => {};
    const recovery = new Recovery(
      () =>
        new Promise((back) => {
          answer = back;
        }),
      goOn,
    );
    recovery.waiting(true);
    await vi.advanceTimersByTimeAsync(1000);
    recovery.waiting(false);
    answer(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(goOn).not.toHaveBeenCalled();
  });
});
