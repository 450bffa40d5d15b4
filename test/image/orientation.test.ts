/** Photos on their side, of every format that can say so: uploads and tensors are upright, in every browser alike. */

import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { jpeg, load, meanDifference, pixelsOf, type Raw, scene } from "./made-pictures.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

const ALL = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const photo = scene(60, 40);
const withAlpha = () => load(photo).ensureAlpha(0.99);

/** A TIFF structure with nothing but the orientation. */
function tiff(orientation: number): Buffer {
  const bytes = Buffer.from("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0", "latin1");
  bytes[18] = orientation;
  return bytes;
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, crc]);
}

/** An eXIf chunk before the pixels, or behind them. */
async function pngWith(orientation: number, behind = false): Promise<Buffer> {
  const file = await load(photo).png().toBuffer();
  const at = file.indexOf(behind ? "IEND" : "IDAT") - 4;
  return Buffer.concat([file.subarray(0, at), pngChunk("eXIf", tiff(orientation)), file.subarray(at)]);
}

/** An EXIF chunk behind the pixels of an extended WebP, with the marker of a JPEG before it where that is given. */
function webpWith(orientation: number, plain: Buffer, marker = ""): Buffer {
  const exif = Buffer.concat([Buffer.from(marker, "latin1"), tiff(orientation)]);
  const header = Buffer.from("EXIF\0\0\0\0");
  header.writeUInt32LE(exif.length, 4);
  const file = Buffer.concat([plain, header, exif]);
  file.writeUInt32LE(file.length - 8, 4);
  expect(plain.toString("latin1", 12, 16), "an extended WebP").toBe("VP8X");
  file[20]! |= 0x08;
  return file;
}

const FORMATS: Readonly<Record<string, (orientation: number) => Promise<Buffer>>> = {
  JPEG: (orientation) => jpeg(photo, orientation),
  "JPEG with XMP before its EXIF": async (orientation) => {
    const file = await jpeg(photo, orientation);
    const xmp = Buffer.from("\xff\xe1\0\x23http://ns.adobe.com/xap/1.0/\0<x/>", "latin1");
    xmp.writeUInt16BE(xmp.length - 2, 2);
    return Buffer.concat([file.subarray(0, 2), xmp, file.subarray(2)]);
  },
  "JPEG with two EXIFs, of which the first counts": async (orientation) => {
    const app1 = Buffer.concat([
      Buffer.from("\xff\xe1\0\0Exif\0\0", "latin1"),
      tiff(orientation === 1 ? 6 : 1),
    ]);
    app1.writeUInt16BE(app1.length - 2, 2);
    const file = await jpeg(photo, orientation);
    const frame = file.indexOf(Buffer.of(0xff, 0xc0));
    return Buffer.concat([file.subarray(0, frame), app1, file.subarray(frame)]);
  },
  PNG: (orientation) => pngWith(orientation),
  "lossy WebP": async (orientation) =>
    load(photo).webp({ quality: 95 }).withMetadata({ orientation }).toBuffer(),
  "lossless WebP": async (orientation) =>
    load(photo).webp({ lossless: true }).withMetadata({ orientation }).toBuffer(),
  "WebP with alpha": async (orientation) =>
    withAlpha().webp({ quality: 95 }).withMetadata({ orientation }).toBuffer(),
  "WebP whose EXIF has JPEG's marker": async (orientation) =>
    webpWith(orientation, await withAlpha().webp({ quality: 95 }).toBuffer(), "Exif\0\0"),
  "animated WebP": async (orientation) => {
    const { width, height, data } = photo;
    const two = {
      data: new Uint8Array([...data, ...data.map((value) => 255 - value)]),
      width,
      height: height * 2,
    };
    const file = sharp(two.data, { raw: { width, height: height * 2, channels: 3, pageHeight: height } });
    return webpWith(orientation, await file.webp({ quality: 95 }).toBuffer());
  },
};

/** As a person with a viewer that heeds the orientation sees it. */
async function upright(orientation: number): Promise<Raw> {
  return pixelsOf(await load(photo).png().withMetadata({ orientation }).toBuffer());
}

inBrowsers((name) => {
  const opened = openForTests(name);

  async function made(file: Uint8Array): Promise<{ upload: Raw; tensor: Raw; exact: Raw }> {
    opened.server.files.set("photo", file);
    const { base64, tensors } = await opened.page.evaluate(async () => {
      const source = await imageTools.fetchFile("photo");
      // Where every kind of a file is taken and none has to be changed for another reason.
      const options = { accept: ["image/*"], background: "transparent" };
      const upload = await imageTools.toUpload(source, options);
      const tensors = [];
      for (const exif of [undefined, "upright"] as const) {
        const made = await imageTools.toTensor(source, {
          layout: "HWC",
          dtype: "uint8",
          ...(exif && { exif }),
        });
        tensors.push({ shape: made.shape, data: Array.from(made.data) });
      }
      return { base64: await imageTools.toBase64(upload), tensors };
    });
    const [tensor, exact] = tensors.map(({ shape: [height, width], data }) => ({
      width: width!,
      height: height!,
      channels: 3,
      data: Uint8Array.from(data),
    })) as [Raw, Raw];
    const bytes = Buffer.from(base64, "base64");
    const pixels = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const { width, height } = pixels.info;
    return { upload: { width, height, channels: 3, data: pixels.data }, tensor, exact };
  }

  describe.each(Object.entries(FORMATS))("a %s", (_, file) => {
    it.each(ALL)("of orientation %i is upright", async (orientation) => {
      const expected = await upright(orientation);
      for (const [kind, seen] of Object.entries(await made(await file(orientation)))) {
        expect([seen.width, seen.height], kind).toEqual([expected.width, expected.height]);
        // Lossy, and the alpha that hides a hundredth; a wrong turn differs by tens.
        expect(meanDifference(seen.data, expected.data), kind).toBeLessThan(6);
      }
    });
  });

  it("an eXIf behind the pixels counts for nothing, as in browsers themselves", async () => {
    const file = await pngWith(6, true);
    opened.server.files.set("photo", file);
    const shown = await opened.page.evaluate(async () => {
      const source = await imageTools.fetchFile("photo");
      const image = new Image();
      image.src = URL.createObjectURL(source);
      await image.decode();
      const upload = await imageTools.toUpload(source);
      return [image.naturalWidth, image.naturalHeight, upload === source];
    });
    expect(shown).toEqual([60, 40, true]);
  });

  it("a photo out of the clipboard is turned by its file", async () => {
    opened.server.files.set("photo", await pngWith(6));
    const shape = await opened.page.evaluate(async () => {
      const file = await imageTools.fetchFile("photo");
      const item = new ClipboardItem({ "image/png": new Blob([file], { type: "image/png" }) });
      return (await imageTools.toTensor(item)).shape;
    });
    expect(shape).toEqual([3, 60, 40]);
  });

  it("an <img> has the size that it is shown at, also where the page asks for its pixels as stored", async () => {
    opened.server.files.set("photo", await jpeg(photo, 6));
    const sizes = await opened.page.evaluate(async () => {
      const url = URL.createObjectURL(await imageTools.fetchFile("photo"));
      const sizes = [];
      for (const imageOrientation of ["from-image", "none"]) {
        const image = document.body.appendChild(new Image());
        image.style.imageOrientation = imageOrientation;
        image.src = url;
        await image.decode();
        const [, height, width] = (await imageTools.toTensor(image)).shape;
        sizes.push({ shown: [image.naturalWidth, image.naturalHeight], taken: [width, height] });
      }
      return sizes;
    });
    expect(sizes[0]!.shown).toEqual([40, 60]);
    for (const { shown, taken } of sizes) expect(taken).toEqual(shown);
  });
});
