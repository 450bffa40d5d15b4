/** Upload bytes in real browsers: what passes untouched, what is turned, what is made smaller, what is refused. */

import { Buffer } from "node:buffer";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { UploadOptions } from "../../src/image/index.ts";
import { bmp, jpeg, load, meanDifference, noise, pixelsOf, png, scene } from "./made-pictures.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

inBrowsers((name) => {
  const opened = openForTests(name);

  async function upload(file: Uint8Array, options: UploadOptions = {}, name = "photo.old.jpeg") {
    opened.server.files.set(name, file);
    const made = await opened.page.evaluate(
      async ([path, given]) => {
        const source = await imageTools.fetchFile(path);
        const result = await imageTools.toUpload(source, given);
        const { name = "", type } = result as File;
        return { same: result === source, name, type, base64: await imageTools.toBase64(result) };
      },
      [name, options] as const,
    );
    return { ...made, bytes: Buffer.from(made.base64, "base64") };
  }

  async function refused(file: Uint8Array, name: string, options: UploadOptions = {}): Promise<string> {
    opened.server.files.set(name, file);
    return opened.page.evaluate(
      async ([path, given]) => {
        const source = await imageTools.fetchFile(path);
        return imageTools.errorOf(() => imageTools.toUpload(source, given));
      },
      [name, options] as const,
    );
  }

  const photo = scene(240, 160);

  describe("the very same file is sent", () => {
    it("for upright JPEG and PNG, also within maxSide, also with rubbish instead of pixels", async () => {
      const plain = await jpeg(photo);
      const files = [plain, await jpeg(photo, 1), await png(photo), plain.subarray(0, 700)];
      for (const file of files) {
        expect((await upload(file)).same).toBe(true);
        expect((await upload(file, { maxSide: 240 })).same).toBe(true);
      }
    });

    it("for BMP and TIFF, which MindSpore reads, whether the browser does or not", async () => {
      const tiff = await load(photo).tiff().toBuffer();
      const turned = await load(photo).tiff().withMetadata({ orientation: 6 }).toBuffer();
      for (const file of [bmp(photo), tiff, turned]) expect((await upload(file)).same).toBe(true);
    });

    it("for a TIFF also where a smaller one was asked for, in a browser that can't decode it", async () => {
      const file = await load(photo).tiff().toBuffer();
      const made = await upload(file, { maxSide: 100 }, "scan.tiff");
      // Both of these browsers can't; one that can makes it smaller.
      expect(made.same).toBe(true);
      expect(await refused(file, "scan.tiff", { accept: ["image/jpeg"] })).toMatch(
        /^EncodingError: "scan.tiff" \(image\/tiff, \d+ bytes\) can't be decoded by this browser: convert it/,
      );
    });

    it("when the encoder's result is no smaller", async () => {
      const small = await jpeg(photo, 1, 20);
      expect((await upload(small, { quality: 1 })).same).toBe(true);
      expect((await upload(small, { maxSide: 239, quality: 1 })).same).toBe(true);
      expect((await upload(small, { type: "image/png" })).same).toBe(true);
    });

    it("for another format, where the server reads it", async () => {
      const webp = await load(photo).webp().toBuffer();
      expect((await upload(webp, { accept: ["image/webp"] })).same).toBe(true);
      expect((await upload(webp, { accept: ["image/*"] })).same).toBe(true);
    });
  });

  describe.each([2, 3, 4, 5, 6, 7, 8])("orientation %i", (orientation) => {
    it("comes out upright, as sharp turns it", async () => {
      const file = await jpeg(photo, orientation);
      const made = await upload(file);
      expect(made).toMatchObject({ same: false, name: "photo.old.jpg", type: "image/jpeg" });
      expect((await sharp(made.bytes).metadata()).orientation).toBeUndefined();
      const [seen, expected] = [await pixelsOf(made.bytes), await pixelsOf(file)];
      expect([seen.width, seen.height]).toEqual([expected.width, expected.height]);
      // JPEG twice: a wrong turn differs by tens.
      expect(meanDifference(seen.data, expected.data)).toBeLessThan(2);
    });

    it("of a PNG is exact", async () => {
      const dots = noise(31, 17);
      const file = await load(dots).png().withMetadata({ orientation }).toBuffer();
      const made = await upload(file, { type: "image/png" });
      expect(made.same).toBe(false);
      const [seen, expected] = [await pixelsOf(made.bytes), await pixelsOf(file)];
      expect([seen.width, seen.height]).toEqual([expected.width, expected.height]);
      // sharp writes a colour profile of sRGB along, by which Firefox converts with a rounding of its own.
      const largest = Math.max(...seen.data.map((value, i) => Math.abs(value - expected.data[i]!)));
      expect(largest).toBeLessThanOrEqual(name === "Firefox" ? 2 : 0);
    });
  });

  it("a BMP is made smaller where that was asked for, and a damaged one is refused then", async () => {
    const made = await upload(bmp(photo), { maxSide: 100 }, "a.bmp");
    expect(made).toMatchObject({ same: false, type: "image/jpeg", name: "a.jpg" });
    expect(await refused(Buffer.from("BM, and no picture"), "a.bmp", { maxSide: 100 })).toMatch(
      /damaged, cut off/,
    );
  });

  describe("a picture made smaller", () => {
    it.each([
      [undefined, 100, [100, 67]],
      [6, 100, [67, 100]],
      [undefined, 1, [1, 1]],
      [6, 5000, [160, 240]],
    ])(
      "with orientation %s, to %i px, is %s: aspect kept, never enlarged",
      async (orientation, maxSide, size) => {
        const file = await jpeg(photo, orientation);
        const made = await upload(file, { maxSide });
        const { width, height } = await sharp(made.bytes).metadata();
        expect([width, height]).toEqual(size);
      },
    );

    it("keeps enough rows for a model where it is a panorama, and goes as it is where it has no more", async () => {
      const panorama = scene(1600, 200);
      const made = await upload(await jpeg(panorama), { maxSide: 200 });
      expect(await pixelsOf(made.bytes)).toMatchObject({ width: 640, height: 80 });
      expect((await upload(await jpeg(panorama), { maxSide: 500 })).same).toBe(true);
    });

    it("is nearly what sharp makes of it", async () => {
      const file = await jpeg(scene(1600, 1200));
      const made = await upload(file, { maxSide: 400 });
      expect(made.bytes.length).toBeLessThan(file.length);
      const expected = await sharp(file).resize(400, 300).raw().toBuffer();
      const difference = meanDifference((await pixelsOf(made.bytes)).data, expected);
      console.log(`1600x1200 to 400x300, JPEG 0.9: mean absolute difference ${difference.toFixed(3)} of 255`);
      expect(difference).toBeLessThan(2);
    });

    it("has the type or quality that was asked for, if the browser writes it", async () => {
      const file = await png(noise(80, 60));
      if (name === "WebKit") {
        const refusal = await refused(file, "a", { type: "image/webp" });
        expect(refusal).toMatch(/^TypeError: this browser can't write image\/webp/);
        return;
      }
      const webp = await upload(file, { type: "image/webp", quality: 0.5 });
      expect(webp).toMatchObject({ same: false, type: "image/webp", name: "photo.old.webp" });
      expect(webp.bytes.length).toBeLessThan(file.length);
    });
  });

  it.each(["webp", "gif", "avif"] as const)("%s becomes JPEG", async (format) => {
    const made = await upload(await load(photo).toFormat(format).toBuffer(), {}, `a.${format}`);
    expect(made).toMatchObject({ same: false, type: "image/jpeg", name: "a.jpg" });
    expect(meanDifference((await pixelsOf(made.bytes)).data, photo.data)).toBeLessThan(8);
  });

  it("a drawing becomes pixels, whatever its name", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#f00"/></svg>`;
    const made = await upload(Buffer.from(svg), { type: "image/png" }, "drawing");
    const { data, ...size } = await pixelsOf(made.bytes);
    expect(size).toEqual({ width: 20, height: 10, channels: 3 });
    expect(Array.from(data.subarray(0, 3))).toEqual([255, 0, 0]);
  });

  describe("a refusal says what to do:", () => {
    const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic and more", "latin1");
    it.each([
      ["empty.jpg", Buffer.alloc(0), /^EncodingError: "empty.jpg" \(0 bytes\) is empty: choose/],
      [
        "text.jpg",
        Buffer.from("hello"),
        /^EncodingError: "text.jpg" \(5 bytes\) is not an image .* JPEG or PNG/,
      ],
      ["a.heic", heic, /^EncodingError: "a.heic" \(image\/heic, \d+ bytes\) .* convert it to JPEG or PNG/],
      ["a.gif", Buffer.from("GIF89a rubbish"), /^EncodingError: "a.gif" \(image\/gif.* damaged/],
      ["a.svg", Buffer.from("<svg><broken"), /^EncodingError: "a.svg" .* can't be drawn/],
    ])("%s", async (name, file, text) => {
      expect(await refused(file, name)).toMatch(text);
    });

    it.each([
      [
        "IMG_1.jpg",
        "\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        /is a HEIC photo, .* an iPhone takes JPEGs after Settings/,
      ],
      ["a.psd", "8BPS\0\x01", /image\/vnd.adobe.photoshop, .* export it as JPEG or PNG/],
      ["a.jp2", "\0\0\0\x0cjP  \r\n\x87\n", /is a JPEG 2000 picture, .* convert it to JPEG or PNG/],
      ["a.cr2", "II*\0\x10\0\0\0CR\x02\0", /is a camera's raw file, .* with the camera's program/],
      ["a.jpg", "\0\0\0\x18ftypisom\0\0\0\0isommp42", /is a video, not a picture: .* <video>/],
      ["a.zip", "PK\x03\x04", /is a ZIP archive .*, not a picture: unpack it/],
      ["a.png", "<!DOCTYPE html><title>Sign in</title>", /is a web page, not a picture: save the picture/],
    ])("%s, by what it is", async (name, begin, text) => {
      const file = Buffer.concat([Buffer.from(begin, "latin1"), Buffer.alloc(1000)]);
      expect(await refused(file, name)).toMatch(text);
      const { type } = await opened.page.evaluate(async (path) => {
        const source = await imageTools.fetchFile(path);
        const type = await imageTools.readMediaType(source);
        // For a server that reads it.
        return { type, same: (await imageTools.toUpload(source, { accept: [type] })) === source };
      }, name);
      expect(await refused(file, name, { accept: [type] })).toMatch(/^no error/);
    });

    it("for a sideways JPEG without its pixels", async () => {
      const head = (await jpeg(photo, 6)).subarray(0, 200);
      expect(await refused(head, "cut.jpg")).toMatch(
        /^EncodingError: "cut.jpg" \(image\/jpeg, 200 bytes\) .* cut off/,
      );
    });

    it("for a type that the browser can't write, and for invalid options", async () => {
      const file = await jpeg(photo, 6);
      expect(await refused(file, "a", { type: "image/tiff" })).toMatch(
        /^TypeError: this browser can't write/,
      );
      expect(await refused(file, "a", { type: "jpeg" })).toMatch(/^TypeError: type must be a media type/);
      expect(await refused(file, "a", { quality: 90 })).toMatch(/^RangeError: quality/);
      expect(await refused(file, "a", { maxSide: 0 })).toMatch(/^RangeError: maxSide/);
    });
  });
});
