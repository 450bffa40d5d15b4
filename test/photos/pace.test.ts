import { describe, expect, it } from "vitest";
import { duration, timeLeft } from "../../src/app/classify/results/time-text.ts";
import { CallClock } from "../../src/photos/call-times.ts";
import { Pace } from "../../src/photos/pace.ts";

describe("the pace", () => {
  it("is photos per second while work is under way", () => {
    const pace = new Pace();
    pace.start(0);
    expect(pace.rate(5000)).toBeUndefined();
    pace.note(8, 1000);
    expect(pace.rate(500)).toBeUndefined();
    expect(pace.rate(2000)).toBe(4);
    pace.note(8, 3000);
    expect(pace.rate(4000)).toBe(4);
  });

  it("forgets what was long ago, and a pause altogether", () => {
    const pace = new Pace();
    pace.start(0);
    pace.note(100, 1000);
    pace.note(10, 30_000);
    expect(pace.rate(30_000)).toBe(0.5);
    pace.stop();
    expect(pace.rate(31_000)).toBeUndefined();
    pace.start(100_000);
    pace.note(6, 101_000);
    expect(pace.rate(102_000)).toBe(3);
  });
});

describe("where a call's time went", () => {
  it("is told by its upload's end and its reply's beginning", () => {
    let now = 100;
    const clock = new CallClock(() => now);
    const at = (time: number, uploaded: number, downloaded = 0) => {
      now = time;
      clock.note({ uploaded, uploadTotal: 10, downloaded });
    };
    at(110, 5);
    at(130, 10);
    at(150, 10);
    at(200, 10, 3);
    at(210, 10, 9);
    now = 220;
    expect(clock.times()).toEqual({ upload: 30, server: 70, total: 120 });
  });

  it("is only a total where the upload can't be seen", () => {
    let now = 0;
    const clock = new CallClock(() => now);
    now = 50;
    expect(clock.times()).toEqual({ upload: undefined, server: undefined, total: 50 });
  });
});

describe("a duration", () => {
  it.each([
    [1, "5 sec"],
    [41, "45 sec"],
    [150, "3 min"],
    [9000, "2.5 hr"],
  ])("of %d s that are left is %s", (seconds, text) => {
    expect(timeLeft(seconds, "en")).toBe(text);
  });

  it.each([
    [85.4, "85 ms"],
    [1240, "1.2 sec"],
    [12_400, "12 sec"],
  ])("of %d ms is %s", (milliseconds, text) => {
    expect(duration(milliseconds, "en")).toBe(text);
  });

  it("speaks Chinese", () => {
    expect(timeLeft(41, "zh")).toMatch(/45\s*秒/);
  });
});
