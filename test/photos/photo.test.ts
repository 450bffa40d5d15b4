import { describe, expect, it } from "vitest";
import { emptyFile, tooLargeFile } from "../../src/failures/index.ts";
import { canRetry, formatBytes, refusal } from "../../src/photos/index.ts";
import { Tally } from "../../src/photos/tally.ts";
import { fileOf, photoOf } from "./photos.ts";

describe("a photo", () => {
  it("is refused when empty or above Serving's limit, whatever its type", () => {
    expect(refusal(fileOf(0))).toEqual(emptyFile());
    expect(refusal(fileOf(101 * 2 ** 20))).toEqual(tooLargeFile("106 MB"));
    expect(refusal(fileOf(1))).toBeUndefined();
    expect(refusal(new File(["%PDF"], "a.pdf", { type: "application/pdf" }))).toBeUndefined();
  });

  it("may be sent again when it failed or was cancelled, but not when it never could be sent", () => {
    expect(canRetry(photoOf(1, "cancelled"))).toBe(true);
    expect(canRetry(photoOf(1, "failed"))).toBe(true);
    expect(canRetry(photoOf(1, "failed", 0))).toBe(false);
    expect(canRetry(photoOf(1, "done"))).toBe(false);
  });
});

describe("the tally", () => {
  it("follows photos as they come, change and go", () => {
    const tally = new Tally();
    const counted = [
      photoOf(1, "done"),
      photoOf(2, "failed"),
      photoOf(3, "failed", 0),
      photoOf(4, "waiting"),
    ];
    for (const name of ["preparing", "uploading", "running"] as const) counted.push(photoOf(5, name));
    counted.push(photoOf(6, "cancelled"));
    for (const photo of counted) tally.add(photo);
    expect(tally).toMatchObject({ all: 8, waiting: 1, underWay: 3, done: 1, failed: 2, cancelled: 1 });
    expect(tally).toMatchObject({ retryable: 2, settled: 4, open: 4 });
    for (const photo of counted) tally.remove(photo);
    expect(tally).toEqual(new Tally());
  });

  it("sums the bytes that were saved", () => {
    const tally = new Tally();
    const { state, ...photo } = photoOf(1, "done", 5000);
    tally.add({ ...photo, state: { ...state, sentBytes: 1200 } as typeof state });
    tally.add({ ...photo, state: { ...state, sentBytes: 5100 } as typeof state });
    expect(tally.savedBytes).toBe(3800);
  });
});

describe("formatBytes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.0 KB"],
    [9949, "9.9 KB"],
    [9950, "10 KB"],
    [999_499, "999 KB"],
    [999_500, "1.0 MB"],
    [123_456_789, "123 MB"],
  ])("%i is %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
