/** Small pictures to be shown, in real browsers. */

import { describe, expect, it } from "vitest";
import { bmp, jpeg, load, noise, png, scene } from "./made-pictures.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

inBrowsers((name) => {
  const opened = openForTests(name);

  /** Its size and its pixels at the corners, clockwise from the top left, as a page draws them. */
  async function shown(file: Uint8Array, maxSide: number) {
    opened.server.files.set("photo", file);
    return opened.page.evaluate(async (side) => {
      const bitmap = await imageTools.toPreview(await imageTools.fetchFile("photo"), side);
      const { width, height } = bitmap;
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width, height });
      const context = canvas.getContext("2d")!;
      context.drawImage(bitmap, 0, 0);
      bitmap.close();
      const corners = [
        [0, 0],
        [width - 1, 0],
        [width - 1, height - 1],
        [0, height - 1],
      ].map(([x, y]) => Array.from(context.getImageData(x!, y!, 1, 1).data));
      return { size: [width, height], corners };
    }, maxSide);
  }

  const near = (a: number[][], b: number[][]) =>
    a.every((pixel, i) => pixel.every((value, channel) => Math.abs(value - b[i]![channel]!) < 20));

  describe("a preview", () => {
    it("has the longest side that was asked for, and the photo's aspect", async () => {
      const file = await jpeg(scene(1600, 1200));
      expect((await shown(file, 440)).size).toEqual([440, 330]);
      expect((await shown(file, 101)).size).toEqual([101, 76]);
    });

    it("is never larger than the photo", async () => {
      for (const file of [await jpeg(scene(40, 30)), await png(noise(40, 30)), bmp(noise(40, 30))]) {
        expect((await shown(file, 440)).size).toEqual([40, 30]);
      }
    });

    it.each([3, 6, 8])("of orientation %i is upright, whatever the format", async (orientation) => {
      const turned = { 3: 180, 6: 90, 8: 270 }[orientation]!;
      const upright = await load(scene(800, 600)).rotate(turned).png().toBuffer();
      const expected = await shown(upright, 100);
      const stored = () => load(scene(800, 600)).withMetadata({ orientation });
      for (const format of ["jpeg", "png", "webp"] as const) {
        const seen = await shown(await stored().toFormat(format, { quality: 95 }).toBuffer(), 100);
        expect(seen.size).toEqual(expected.size);
        expect(near(seen.corners, expected.corners)).toBe(true);
      }
    });

    it("is, to the pixel, what toUpload makes in its worker", async () => {
      opened.server.files.set("photo", await jpeg(scene(1600, 1200)));
      const largest = await opened.page.evaluate(async () => {
        const pixelsOf = (bitmap: ImageBitmap) => {
          const canvas = document.createElement("canvas");
          Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
          const context = canvas.getContext("2d", { willReadFrequently: true })!;
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        };
        const file = await imageTools.fetchFile("photo");
        const upload = await imageTools.toUpload(file, { maxSide: 256, accept: [], type: "image/png" });
        const made = pixelsOf(await createImageBitmap(upload));
        const preview = pixelsOf(await imageTools.toPreview(file, 256));
        return made.reduce((most, value, i) => Math.max(most, Math.abs(value - preview[i]!)), 0);
      });
      expect(largest).toBe(0);
    });

    it("keeps what is transparent", async () => {
      const { data, width, height } = noise(60, 40);
      const rgba = Buffer.alloc(width * height * 4);
      for (let i = 0; i < width * height; i++) rgba.set(data.subarray(i * 3, i * 3 + 3), i * 4);
      const { corners } = await shown(await png({ data: rgba, width, height, channels: 4 }), 30);
      expect(corners.map(([, , , alpha]) => alpha)).toEqual([0, 0, 0, 0]);
    });

    it("of what is no picture there is none", async () => {
      opened.server.files.set("photo", new TextEncoder().encode("a text"));
      const error = await opened.page.evaluate(async () => {
        const file = await imageTools.fetchFile("photo");
        return imageTools.errorOf(() => imageTools.toPreview(file, 100));
      });
      expect(error).toMatch(/^EncodingError: "photo" \(6 bytes\) is not an image/);
    });
  });
});
