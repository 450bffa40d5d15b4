/** toTensor in MindSpore's own way, in real browsers: what a file's head asks for is done or left out as promised. */

import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { ImageTensorOptions } from "../../src/image/index.ts";
import { load, noise, png, type Raw } from "./made-pictures.ts";
import { type DecodedFile, decodedFiles } from "./mindspore/vectors.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

const ALL = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Display P3's primaries: taken for sRGB, its colours are others. */
const withProfile = (file: Buffer) => sharp(file).keepMetadata().withIccProfile("p3", { attach: true });

inBrowsers((name) => {
  const opened = openForTests(name);
  const dots = noise(61, 37);
  const values = ({ data }: Raw | { data: Uint8Array }) => Array.from(data);

  /** uint8, HWC. */
  async function pixels(file: Uint8Array, options: ImageTensorOptions<"uint8">) {
    opened.server.files.set("picture", file);
    return opened.page.evaluate(
      async (given) => {
        const { shape, data } = await imageTools.toTensor(await imageTools.fetchFile("picture"), given);
        return { shape, data: Array.from(data) };
      },
      { ...options, dtype: "uint8", layout: "HWC" } as const,
    );
  }

  async function refused(file: Uint8Array, options: object): Promise<string> {
    opened.server.files.set("picture", file);
    return opened.page.evaluate(async (given) => {
      const source = await imageTools.fetchFile("picture");
      return imageTools.errorOf(() => imageTools.toTensor(source, given));
    }, options);
  }

  describe.each(ALL)("a photo of orientation %i", (orientation) => {
    it.each(["jpeg", "png", "webp"] as const)(
      "as %s is turned upright before it is cropped, or left as stored",
      async (format) => {
        const file = await load(dots)
          .toFormat(format, format === "webp" ? { lossless: true } : {})
          .withMetadata({ orientation })
          .toBuffer();
        const stored = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
        const upright = await sharp(file)
          .autoOrient()
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        const { width, height } = upright.info;
        expect(await pixels(file, { exif: "upright" })).toEqual({
          shape: [height, width, 3],
          data: values(upright),
        });
        expect(await pixels(file, { exif: "ignore" })).toEqual({ shape: [37, 61, 3], data: values(stored) });
        const middle = { left: (width - 21) >> 1, top: (height - 11) >> 1, width: 21, height: 11 };
        const cut = await sharp(upright.data, { raw: upright.info }).extract(middle).raw().toBuffer();
        expect(await pixels(file, { crop: [11, 21] })).toEqual({ shape: [11, 21, 3], data: Array.from(cut) });
      },
    );
  });

  it.each(["jpeg", "png"] as const)("a colour profile in a %s changes nothing", async (format) => {
    const plain = await load(dots).toFormat(format).toBuffer();
    const coloured = await (await withProfile(plain)).toFormat(format).toBuffer();
    const { data } = await sharp(coloured, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
    expect((await pixels(coloured, { exif: "ignore" })).data).toEqual(Array.from(data));
  });

  describe("a PNG's alpha", () => {
    const data = new Uint8Array(40 * 30 * 4).map((_, i) => (i * 7919) >> 3);
    const raw = { data, width: 40, height: 30, channels: 4 };
    const hidden = Array.from({ length: 40 * 30 * 3 }, (_, i) => data[Math.floor(i / 3) * 4 + (i % 3)]!);

    it("is dropped, and the colours that it hides come up, interlaced and filtered too", async () => {
      for (const options of [{}, { adaptiveFiltering: true }, { progressive: true }]) {
        const made = await pixels(await load(raw).png(options).toBuffer(), { exif: "ignore" });
        expect(made.data).toEqual(hidden);
      }
    });

    it("is laid on a background that is given, to a step or two of 255", async () => {
      const made = await pixels(await png(raw), { exif: "ignore", background: "#102030" });
      const expected = await load(raw).flatten({ background: "#102030" }).raw().toBuffer();
      const largest = Math.max(...made.data.map((value, i) => Math.abs(value - expected[i]!)));
      expect(largest).toBeLessThanOrEqual(2);
    });

    it("of ImageData is dropped too", async () => {
      const made = await opened.page.evaluate(async (given) => {
        const source = new ImageData(Uint8ClampedArray.from(given), 40, 30);
        const tensor = imageTools.toTensor(source, { crop: 30, dtype: "uint8", layout: "HWC" });
        source.data.fill(0); // The frame at the time of the call is what counts.
        return Array.from((await tensor).data);
      }, Array.from(data));
      const middle = hidden.filter((_, i) => i % 120 >= 15 && i % 120 < 105);
      expect(made).toEqual(middle);
    });
  });

  it("a crop larger than the picture has zeros around it, whatever mean and std make of them", async () => {
    const file = await png(dots);
    const { shape, data } = await pixels(file, { crop: [40, 70] });
    const zeros = { top: 2, bottom: 1, left: 5, right: 4, background: "black" };
    expect(shape).toEqual([40, 70, 3]);
    expect(data).toEqual(Array.from(await load(dots).extend(zeros).raw().toBuffer()));
  });

  it("of a 32-bit BMP red and blue are exchanged where its masks say so, as MindSpore takes no notice of them", async () => {
    const [{ bytes, decoded }] = decodedFiles(/bmp-32-v4-alpha/) as [DecodedFile];
    const exchanged = Buffer.from(bytes);
    exchanged.writeUInt32LE(0x0000ff, 54);
    exchanged.writeUInt32LE(0xff0000, 62);
    expect((await pixels(exchanged, { exif: "ignore" })).data).toEqual(Array.from(decoded!.pixels));
    // With a background it is the browser that reads it, masks and all.
    const laid = await pixels(exchanged, { exif: "ignore", background: "black" });
    expect(laid.data).not.toEqual(Array.from(decoded!.pixels));
  });

  it("a bitmap, a canvas and an <img> give the pixels that they show", async () => {
    const file = await png(dots);
    opened.server.files.set("picture", file);
    const made = await opened.page.evaluate(async () => {
      const blob = await imageTools.fetchFile("picture");
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext("2d")!.drawImage(bitmap, 0, 0);
      const img = new Image();
      img.src = URL.createObjectURL(blob);
      const options = { exif: "ignore", dtype: "uint8", layout: "HWC" } as const;
      const sources = [bitmap, canvas, img];
      const tensors = await Promise.all(sources.map((source) => imageTools.toTensor(source, options)));
      return tensors.map((tensor) => Array.from(tensor.data));
    });
    for (const data of made) expect(data).toEqual(values(dots));
  });

  it("an option that is wrong, or of the other way, is named in the error", async () => {
    const file = await png(dots);
    const wrong: [Record<string, unknown>, RegExp][] = [
      [
        { resize: 256, width: 224, height: 224 },
        /^TypeError: resize and width don't go together: take resize/,
      ],
      [{ crop: 224, fit: "cover" }, /^TypeError: crop and fit don't go together/],
      [{ exif: "ignore", height: 4, width: 4 }, /^TypeError: exif and width/],
      [{ resize: 0 }, /^RangeError: resize takes whole numbers of pixels, 1 or more, not 0/],
      [{ crop: [1, 2.5] }, /^RangeError: crop .* not 2.5/],
      [
        { resize: [1, 2, 3] },
        /^TypeError: resize must be a number of pixels or \[height, width\], not \[1,2,3\]/,
      ],
      [{ resize: "256" }, /^TypeError: resize .* not "256"/],
      [
        { interpolation: "bicubic" },
        /^TypeError: interpolation must be "linear" or "nearest" or "area" or "cubic"/,
      ],
      [{ exif: true }, /^TypeError: exif must be "upright" or "ignore", not true/],
      [{ crop: 5, background: "whitish" }, /^TypeError: background must be a CSS colour .*, not "whitish"/],
      [{ crop: 5, dtype: "uint8", mean: 1 }, /^RangeError: dtype uint8 can't hold/],
    ];
    for (const [options, text] of wrong) expect(await refused(file, options)).toMatch(text);
  });

  it("a damaged PNG with alpha is an error that names it", async () => {
    const data = new Uint8Array(40 * 30 * 4).map((_, i) => (i * 7919) >> 3);
    const whole = await png({ data, width: 40, height: 30, channels: 4 });
    const told =
      /^EncodingError: "picture" \(image\/png, \d+ bytes\) can't be decoded: it is damaged or cut off/;
    expect(await refused(whole.subarray(0, whole.length - 200), { crop: 10 })).toMatch(told);
    const changed = Buffer.from(whole).fill(0xff, 200, 230);
    expect(await refused(changed, { crop: 10 })).toMatch(told);
  });
});
