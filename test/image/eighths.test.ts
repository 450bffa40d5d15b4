/** How far a JPEG is scaled down by its decoder. */

import { describe, expect, it } from "vitest";
import { eighthsFor, inEighths, roundedUp } from "../../src/image/placing/eighths.ts";

const size = (width: number, height: number) => ({ width, height });

describe("a JPEG is decoded to", () => {
  it.each([
    ["a quarter", "12 megapixels, drawn at 640", size(4000, 3000), size(640, 480), 2],
    ["an eighth", "12 megapixels, drawn at 320", size(4000, 3000), size(320, 240), 1],
    ["an eighth", "12 megapixels, drawn at just that", size(4000, 3000), size(500, 375), 1],
    [
      "a quarter",
      "a picture little smaller than an eighth, which would be smoothed too little",
      size(4000, 3000),
      size(499, 374),
      2,
    ],
    ["an eighth", "a picture with a third of room", size(4000, 3000), size(375, 281), 1],
    ["a quarter", "a picture with less than that", size(4000, 3000), size(376, 282), 2],
    ["half", "8 megapixels, drawn at 640", size(3264, 2448), size(640, 480), 4],
    [
      "all of it",
      "a picture of more than three quarters of its half",
      size(4000, 3000),
      size(1501, 1126),
      undefined,
    ],
    ["all of it", "its own size", size(4000, 3000), size(4000, 3000), undefined],
    ["half", "sides that don't divide, drawn at a quarter", size(4001, 2999), size(1000, 750), 4],
    ["an eighth", "a panorama whose short side is a pixel", size(8000, 16), size(1000, 2), 1],
    ["half", "sides of which one is shrunk further than the other", size(4000, 3000), size(10, 1000), 4],
  ] as const)("%s for %s", (_, __, stored, target, eighths) => {
    expect(eighthsFor(stored, target)).toBe(eighths);
  });

  it("never less than the target, whatever the sizes", () => {
    for (let side = 1; side < 5000; side += 7) {
      for (let target = 1; target <= side; target += 11) {
        const stored = size(side, Math.ceil(side / 3));
        const wanted = size(target, Math.max(1, Math.round(target / 3)));
        const eighths = eighthsFor(stored, wanted);
        if (eighths === undefined) continue;
        const { width, height } = roundedUp(inEighths(stored, eighths));
        expect(width >= wanted.width && height >= wanted.height).toBe(true);
      }
    }
  });
});
