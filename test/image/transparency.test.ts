/** Transparent pixels of uploads: MindSpore drops the transparency, so they are laid on a background before. */

import { Buffer } from "node:buffer";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { UploadOptions } from "../../src/image/index.ts";
import { load, noise, type Raw } from "./made-pictures.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

/** Pixels of a picture as MindSpore's Decode gives them: colours as they are stored, transparency dropped. */
async function decoded(file: Uint8Array): Promise<{ width: number; height: number; data: Buffer }> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = Buffer.from(data.filter((_, i) => i % 4 !== 3));
  return { width: info.width, height: info.height, data: colours };
}

/** Noise whose pixels are transparent in the upper half, where the colours are hidden, and opaque in the lower. */
function halfHidden(alphaAbove = 0): Raw {
  const { width, height, data: colours } = noise(40, 30);
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    data.set(colours.subarray(i * 3, i * 3 + 3), i * 4);
    data[i * 4 + 3] = i < (width * height) / 2 ? alphaAbove : 255;
  }
  return { width, height, channels: 4, data };
}

/** Of `halfHidden`: what a person sees on a background of this grey. */
function seen({ width, height, data }: Raw, grey: number): number[] {
  return Array.from({ length: width * height * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return data[pixel * 4 + 3] === 0 ? grey : data[pixel * 4 + (i % 3)]!;
  });
}

/** 32 bits a pixel, with a mask of the alpha (BITMAPV4HEADER) or without any (BITMAPINFOHEADER). */
function bmp32({ width, height, data }: Raw, withMask: boolean): Buffer {
  const header = withMask ? 108 : 40;
  const file = Buffer.alloc(14 + header + width * height * 4);
  file.write("BM");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(14 + header, 10);
  file.writeUInt32LE(header, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(-height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(32, 28);
  if (withMask) {
    file.writeUInt32LE(3, 30); // BI_BITFIELDS
    for (const [i, mask] of [0xff0000, 0xff00, 0xff, 0xff000000].entries())
      file.writeUInt32LE(mask, 54 + i * 4);
    file.write("BGRs", 70);
  }
  for (let i = 0; i < width * height; i++) {
    const [red, green, blue, alpha] = data.subarray(i * 4, i * 4 + 4);
    file.set([blue!, green!, red!, alpha!], 14 + header + i * 4);
  }
  return file;
}

inBrowsers((name) => {
  const opened = openForTests(name);

  async function upload(file: Uint8Array, options: UploadOptions = {}) {
    opened.server.files.set("logo.old.png", file);
    const made = await opened.page.evaluate(async (given) => {
      const source = await imageTools.fetchFile("logo.old.png");
      const result = await imageTools.toUpload(source, given);
      const { name = "", type } = result as File;
      return { same: result === source, name, type, base64: await imageTools.toBase64(result) };
    }, options);
    return { ...made, bytes: Buffer.from(made.base64, "base64") };
  }

  it("a PNG with transparent pixels is laid on white, and its opaque pixels stay what they are", async () => {
    const picture = halfHidden();
    const file = await load(picture).png().toBuffer();
    // What a model would see of the file itself are colours that nobody sees.
    expect((await decoded(file)).data).toEqual(Buffer.from(noise(40, 30).data));
    const made = await upload(file);
    expect(made).toMatchObject({ same: false, name: "logo.old.png", type: "image/png" });
    expect(Array.from((await decoded(made.bytes)).data)).toEqual(seen(picture, 255));
  });

  it("the background may be another, and half-transparent pixels are mixed with it", async () => {
    const made = await upload(await load(halfHidden()).png().toBuffer(), { background: "rgb(9, 9, 9)" });
    expect(Array.from((await decoded(made.bytes)).data)).toEqual(seen(halfHidden(), 9));
    const half = halfHidden(128);
    const mixed = await decoded(
      (await upload(await load(half).png().toBuffer(), { background: "#000" })).bytes,
    );
    for (let i = 0; i < 300; i++) {
      const colour = half.data[Math.floor(i / 3) * 4 + (i % 3)]!;
      expect(Math.abs(mixed.data[i]! - (colour * 128) / 255)).toBeLessThanOrEqual(2);
    }
  });

  it.each([
    ["a single transparent colour (tRNS) of red, green and blue", { colourType: 2 }],
    ["a palette with a transparent entry (tRNS)", { colourType: 3 }],
    ["grey with alpha", { colourType: 4 }],
  ])("%s is laid on white, too", async (_, { colourType }) => {
    const file = await smallPng(colourType);
    const made = await upload(file);
    expect(made.same).toBe(false);
    const { data } = await decoded(made.bytes);
    expect(Array.from(data.subarray(0, 3)), "the transparent pixel").toEqual([255, 255, 255]);
    expect(data[3], "the opaque one").toBeLessThan(100);
  });

  it("one transparent pixel among millions is found, the last one", async () => {
    const data = new Uint8Array(1500 * 1500 * 4).fill(255);
    data[data.length - 1] = 254;
    const picture = { width: 1500, height: 1500, channels: 4, data };
    expect((await upload(await load(picture).png({ compressionLevel: 1 }).toBuffer())).same).toBe(false);
  });

  it("a PNG with alpha that is opaque everywhere, as screenshots are, goes as it is", async () => {
    const file = await load(halfHidden(255)).png().toBuffer();
    expect((await sharp(file).metadata()).hasAlpha).toBe(true);
    expect((await upload(file)).same).toBe(true);
    expect((await upload(file, { maxSide: 40 })).same).toBe(true);
  });

  it("it is laid on the background also where that makes more bytes", async () => {
    const file = await smallPng(3);
    const made = await upload(file, { type: "image/jpeg" });
    expect(made.bytes.length).toBeGreaterThan(file.length);
    expect(made).toMatchObject({ same: false, name: "logo.old.jpg", type: "image/jpeg" });
  });

  it("a smaller one becomes JPEG, on the background", async () => {
    const made = await upload(await load(halfHidden()).png().toBuffer(), { maxSide: 20 });
    expect(made).toMatchObject({ same: false, type: "image/jpeg" });
    const { width, height, data } = await decoded(made.bytes);
    expect([width, height]).toEqual([20, 15]);
    expect(data[0]).toBeGreaterThan(245);
  });

  it('with background "transparent" the file goes as it is', async () => {
    const file = await load(halfHidden()).png().toBuffer();
    expect((await upload(file, { background: "transparent" })).same).toBe(true);
  });

  it("a WebP with transparent pixels is laid on the background also where the server reads WebP", async () => {
    const accept = ["image/webp"];
    for (const options of [{ lossless: true }, { quality: 80 }]) {
      const file = await load(halfHidden()).webp(options).toBuffer();
      const made = await upload(file, { accept, type: "image/png" });
      expect(made).toMatchObject({ same: false, type: "image/png" });
      expect((await decoded(made.bytes)).data[0]).toBe(255);
      expect((await upload(await load(noise(8, 8)).webp(options).toBuffer(), { accept })).same).toBe(true);
    }
  });

  describe("a BMP of 32 bits", () => {
    it("goes as it is where its fourth byte means nothing", async () => {
      expect((await upload(bmp32(halfHidden(), false))).same).toBe(true);
    });

    it("is laid on white where it has a mask of the alpha, if the browser heeds it", async () => {
      const made = await upload(bmp32(halfHidden(), true));
      expect(made.same).toBe(false);
      expect((await decoded(made.bytes)).data[0]).toBeGreaterThan(245);
      expect((await upload(bmp32(halfHidden(255), true))).same).toBe(true);
    });
  });

  it("a damaged one goes as it is: that is the server's to find", async () => {
    const whole = await load(halfHidden()).png().toBuffer();
    const file = whole.subarray(0, 60);
    expect((await upload(file)).same).toBe(true);
  });
});

/** Two pixels, the first one transparent. */
async function smallPng(colourType: number): Promise<Buffer> {
  const { deflateSync, crc32 } = await import("node:zlib");
  const chunk = (type: string, ...bytes: number[]) => {
    const content = Buffer.from([...Buffer.from(type), ...bytes]);
    const part = Buffer.alloc(8 + content.length);
    part.writeUInt32BE(bytes.length);
    part.set(content, 4);
    part.writeUInt32BE(crc32(content), 4 + content.length);
    return part;
  };
  const parts: Record<number, [Buffer[], number[]]> = {
    2: [[chunk("tRNS", 0, 200, 0, 100, 0, 50)], [0, 200, 100, 50, 10, 20, 30]],
    3: [
      [chunk("PLTE", 200, 100, 50, 10, 20, 30), chunk("tRNS", 0)],
      [0, 0, 1],
    ],
    4: [[], [0, 90, 0, 10, 255]],
  };
  const [between, rows] = parts[colourType]!;
  const header = [0, 0, 0, 2, 0, 0, 0, 1, 8, colourType, 0, 0, 0];
  const pixels = chunk("IDAT", ...deflateSync(Buffer.from(rows)));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", ...header), ...between, pixels, chunk("IEND")]);
}
