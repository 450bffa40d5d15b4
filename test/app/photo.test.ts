import { describe, expect, it } from "vitest";
import { canRetry, formatBytes, isReadable, refusal, tally } from "../../src/app/classify/photo.ts";
import { fileOf, photoOf } from "./photos.ts";

describe("a photo", () => {
  it("is refused when empty or above Serving's limit, whatever its type", () => {
    expect(refusal(fileOf(0))).toEqual({ word: "emptyFile" });
    expect(refusal(fileOf(101 * 2 ** 20))).toEqual({ word: "tooLargeFile", about: "106 MB" });
    expect(refusal(fileOf(1))).toBeUndefined();
    expect(refusal(new File(["%PDF"], "a.pdf", { type: "application/pdf" }))).toBeUndefined();
  });

  it("can't be read when its file is gone", async () => {
    expect(await isReadable(new File(["x"], "a.jpg"))).toBe(true);
    const gone = fileOf(10);
    gone.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new Error("NotReadableError")) }) as unknown as Blob;
    expect(await isReadable(gone)).toBe(false);
  });

  it("may be sent again when it failed, but not when it never could be sent", () => {
    expect(canRetry(photoOf(1, "failed"))).toBe(true);
    expect(canRetry(photoOf(1, "failed", 0))).toBe(false);
    expect(canRetry(photoOf(1, "done"))).toBe(false);
  });
});

describe("tally", () => {
  it("counts states", () => {
    const photos = [
      photoOf(1, "done"),
      photoOf(2, "failed"),
      photoOf(3, "failed", 0),
      photoOf(4, "running"),
      photoOf(5, "waiting"),
    ];
    expect(tally(photos)).toEqual({ all: 5, done: 1, failed: 2, retryable: 1 });
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
