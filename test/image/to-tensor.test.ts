/** Tensors from pictures in real browsers, against the same arithmetic on sharp's pixels. */

import { describe, expect, it } from "vitest";
import type { ImageTensorOptions } from "../../src/image/index.ts";
import { jpeg, load, meanDifference, noise, pixelsOf, planes, png, scene } from "./made-pictures.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

inBrowsers((name) => {
  const opened = openForTests(name);

  const dots = noise(61, 37);

  async function tensorOf(file: Uint8Array, options: ImageTensorOptions) {
    opened.server.files.set("picture", file);
    return opened.page.evaluate(async (given) => {
      const made = await imageTools.toTensor(await imageTools.fetchFile("picture"), given);
      return { dtype: made.dtype, shape: made.shape, data: Array.from(made.data as Float32Array) };
    }, options);
  }

  describe("at the picture's own size a lossless picture's pixels are exact", () => {
    it.each([
      ["CHW", [3, 37, 61], planes(dots)],
      ["HWC", [37, 61, 3], Array.from(dots.data)],
    ] as const)("%s", async (layout, shape, data) => {
      const made = await tensorOf(await png(dots), { layout });
      expect(made).toEqual({ dtype: "float32", shape, data });
      const sized = await tensorOf(await png(dots), {
        layout,
        width: 61,
        height: 37,
        dtype: "uint8",
        batch: true,
      });
      expect(sized).toEqual({ dtype: "uint8", shape: [1, ...shape], data });
    });

    it("mean, std and scale are computed in float64, and rounded once to float32", async () => {
      const [mean, std, scale] = [[0.485, 0.456, 0.406], [0.229, 0.224, 0.225], 1 / 255];
      const made = await tensorOf(await png(dots), { mean, std, scale });
      const pixels = 61 * 37;
      expect(made.data).toEqual(
        planes(dots).map((value, i) => {
          const channel = Math.floor(i / pixels);
          return Math.fround((value * scale - mean[channel]!) / std[channel]!);
        }),
      );
    });

    it("one channel is computed as Pillow's luma", async () => {
      const made = await tensorOf(await png(dots), { channels: 1, dtype: "int16", mean: 128 });
      const { data } = dots;
      const expected = Array.from({ length: 61 * 37 }, (_, i) => {
        const [red, green, blue] = data.subarray(i * 3, i * 3 + 3);
        return Math.floor((red! * 19595 + green! * 38470 + blue! * 7471 + 32768) / 65536) - 128;
      });
      expect(made).toEqual({ dtype: "int16", shape: [1, 37, 61], data: expected });
    });

    it("cover cuts and contain adds bars, to the pixel where nothing is resized", async () => {
      const cut = await tensorOf(await png(dots), { width: 37, height: 37, fit: "cover", layout: "HWC" });
      const middle = await load(dots).extract({ left: 12, top: 0, width: 37, height: 37 }).raw().toBuffer();
      expect(cut.data).toEqual(Array.from(middle));
      const bars = await tensorOf(await png(dots), {
        width: 61,
        height: 41,
        fit: "contain",
        layout: "HWC",
        background: "rgb(1, 2, 3)",
      });
      const background = { r: 1, g: 2, b: 3 };
      const extended = await load(dots).extend({ top: 2, bottom: 2, background }).raw().toBuffer();
      expect(bars.data).toEqual(Array.from(extended));
    });
  });

  it("transparent pixels are laid on the background, to a step or two of 255", async () => {
    const data = new Uint8Array(256 * 4).map((_, i) => (i % 4 === 3 ? i >> 2 : [200, 30, 90][i % 4]!));
    const raw = { data, width: 256, height: 1, channels: 4 };
    const made = await tensorOf(await png(raw), { layout: "HWC", background: "#102030" });
    const expected = await load(raw).flatten({ background: "#102030" }).raw().toBuffer();
    expect(Math.max(...made.data.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThanOrEqual(
      name === "Firefox" ? 2 : 1, // Firefox rounds twice, since it multiplies by the alpha first.
    );
  });

  // The filters differ: sharp's is Lanczos 3, the browsers have their own. A smooth picture, where all must agree
  // nearly; at an eighth of the size Chromium's is a step of 255 beside it, and a shift of one pixel would be two more.
  it.each([
    ["fill", 224, 224],
    ["cover", 80, 150], // 800 x 1200 becomes 100 x 150, less 10 on either side: whole pixels, as sharp cuts.
    ["contain", 160, 100],
  ] as const)(
    "a photo resized by %s to %i x %i is nearly what sharp makes of it",
    async (fit, width, height) => {
      const photo = await jpeg(scene(1200, 800), 6);
      const made = await tensorOf(photo, { width, height, fit, layout: "HWC" });
      const expected = await load(await pixelsOf(photo))
        .resize(width, height, { fit, background: "white" })
        .raw()
        .toBuffer();
      const difference = meanDifference(made.data, expected);
      console.log(`${fit}: mean absolute difference ${difference.toFixed(3)} of 255`);
      expect(difference).toBeLessThan(1.5);
    },
  );

  it("an invalid option is named in the error", async () => {
    opened.server.files.set("picture", await png(dots));
    const wrong: [Record<string, unknown>, RegExp][] = [
      [{ width: 5 }, /^TypeError: give both width and height/],
      [{ width: 0, height: 5 }, /^RangeError: width and height/],
      [{ width: 1e6, height: 1e6 }, /^RangeError: .*1000000x1000000/],
      [{ std: 0 }, /^RangeError: std must not contain 0/],
      [{ mean: [1, 2] }, /^RangeError: mean has 2 numbers for 3 channels/],
      [{ scale: Number.NaN }, /^RangeError: scale/],
      [{ dtype: "uint8", mean: 1 }, /^RangeError: dtype uint8 can't hold \(0 \* 1 - 1\)/],
      [{ dtype: "bool" }, /^TypeError: dtype/],
      [{ layout: "NCHW" }, /^TypeError: layout must be "CHW" or "HWC", not "NCHW"/],
      [{ fit: "crop" }, /^TypeError: fit/],
      [{ channels: 4 }, /^TypeError: channels/],
      [{ background: "whitish" }, /^TypeError: background must be a CSS colour .*, not "whitish"/],
    ];
    for (const [options, text] of wrong) {
      const told = await opened.page.evaluate(async (given) => {
        const file = await imageTools.fetchFile("picture");
        return imageTools.errorOf(() => imageTools.toTensor(file, given as object));
      }, options);
      expect(told).toMatch(text);
    }
  });

  it("64-bit integers and halves are written exactly", async () => {
    opened.server.files.set("picture", await png(dots));
    const [whole, half] = await opened.page.evaluate(async () => {
      const file = await imageTools.fetchFile("picture");
      const int64 = await imageTools.toTensor(file, { dtype: "int64" });
      const float16 = await imageTools.toTensor(file, { dtype: "float16", scale: 1 / 255 });
      return [Array.from(int64.data, String), Array.from(float16.data)];
    });
    expect(whole).toEqual(planes(dots).map(String));
    // Halves from 0.5 to 1 are 2^-11 apart.
    expect(
      Math.max(...half!.map((value, i) => Math.abs(value - planes(dots)[i]! / 255))),
    ).toBeLessThanOrEqual(2 ** -12);
  });
});
