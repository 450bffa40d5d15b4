/** PNGs that are decoded here, beside MindSpore's Decode. */

import { expect, it } from "vitest";
import { pngPixels } from "../../src/image/pixels/png-pixels.ts";
import { type DecodedFile, decodedFiles } from "./mindspore/vectors.ts";

const OWN = /^png-.*(rgba|alpha|-16)/;

it.each(decodedFiles(OWN))(
  "$name has the pixels that MindSpore's Decode gives",
  async ({ bytes, decoded }: DecodedFile) => {
    const made = await pngPixels(new Blob([bytes]));
    expect({ width: made?.width, height: made?.height }).toEqual({
      width: decoded?.width,
      height: decoded?.height,
    });
    expect(rgbOf(made!)).toEqual(decoded!.pixels);
  },
);

it("a PNG of 8 bits or fewer without alpha is left to the browser", async () => {
  const others = decodedFiles(/^png-/).filter(({ name }) => !OWN.test(name));
  expect(others.length).toBeGreaterThan(20);
  for (const { bytes } of others) expect(await pngPixels(new Blob([bytes]))).toBeUndefined();
});

function rgbOf({ data, step }: { data: ArrayLike<number>; step: number }): Uint8Array {
  const pixels = data.length / step;
  return Uint8Array.from({ length: pixels * 3 }, (_, i) => data[Math.floor(i / 3) * step + (i % 3)]!);
}
