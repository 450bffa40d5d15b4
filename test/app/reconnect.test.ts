import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Reconnect } from "../../src/app/classify/reconnect.ts";
import { connection, noteCall } from "../../src/app/serving/connection.ts";

// A way that is open again is probed too. That takes a real import's time, which no fake clock waits for.
vi.mock("../../src/app/serving/client-for.ts", () => ({
  clientFor: () => Promise.reject(new Error("nothing is probed here")),
}));

const back = vi.fn();
let looks: number;
let up: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  back.mockReset();
  looks = 0;
  up = false;
  connection.set("unreachable");
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("location", new URL("http://localhost:8080/"));
  vi.stubGlobal("fetch", async () => {
    looks++;
    if (!up) throw new TypeError("Failed to fetch");
    return new Response(null, { status: 200 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a lost connection", () => {
  it("is looked for, less and less often, until it is back", async () => {
    const reconnect = new Reconnect(back);
    reconnect.waiting(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toBe(1);
    // After 2, 4, 8 and then every 15 seconds.
    await vi.advanceTimersByTimeAsync(14_000);
    expect(looks).toBe(4);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(looks).toBe(6);
    up = true;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(back).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(7);
  });

  it("is back as soon as anybody finds out", () => {
    new Reconnect(back).waiting(true);
    noteCall(undefined);
    expect(back).toHaveBeenCalledTimes(1);
  });

  it("that comes and goes is not asked for ever faster, unless a call went well", async () => {
    const reconnect = new Reconnect(back);
    up = true;
    for (const after of [1000, 2000, 4000]) {
      reconnect.waiting(true);
      await vi.advanceTimersByTimeAsync(after);
      connection.set("unreachable");
    }
    expect(back).toHaveBeenCalledTimes(3);
    reconnect.worked();
    reconnect.waiting(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(back).toHaveBeenCalledTimes(4);
  });

  it("is not looked for any more when nobody waits", async () => {
    const reconnect = new Reconnect(back);
    reconnect.waiting(true);
    reconnect.waiting(false);
    up = true;
    await vi.advanceTimersByTimeAsync(60_000);
    noteCall(undefined);
    expect(looks).toBe(0);
    expect(back).not.toHaveBeenCalled();
  });
});
