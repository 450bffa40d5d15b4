/** The orientation that a file's head tells, in files as sharp writes them and in broken ones. */

import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readOrientation } from "../../src/client/image/index.ts";

const photo = (orientation: number, format: "jpeg" | "png" | "webp" = "jpeg") =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "red" } })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

describe("readOrientation", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("%d in a JPEG", async (orientation) => {
    expect(await readOrientation(blob(await photo(orientation)))).toBe(orientation);
  });

  it.each(["png", "webp"] as const)("in a %s", async (format) => {
    expect(await readOrientation(blob(await photo(6, format)))).toBe(6);
  });

  it("is 1 for a file without one, and for what is no image", async () => {
    const plain = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
      .jpeg()
      .toBuffer();
    for (const bytes of [plain, Buffer.from("no image"), Buffer.alloc(0)]) {
      expect(await readOrientation(blob(bytes))).toBe(1);
    }
  });

  it("never fails over a broken head: cut anywhere, and with any byte changed", async () => {
    const whole = await photo(6);
    for (let at = 0; at < Math.min(whole.length, 300); at++) {
      const changed = Buffer.from(whole);
      changed[at] = 255 - changed[at]!;
      for (const bytes of [whole.subarray(0, at), changed]) {
        const orientation = await readOrientation(blob(bytes));
        expect(orientation).toBeGreaterThanOrEqual(1);
        expect(orientation).toBeLessThanOrEqual(8);
      }
    }
  });
});
