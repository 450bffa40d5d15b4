/** The heads of files: orientation, size and format, whole and broken. */

import { Buffer } from "node:buffer";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { parseOrientation } from "../../src/image/head/exif.ts";
import { readImageHead, readMediaType, readOrientation } from "../../src/image/head/image-head.ts";
import { sniffType } from "../../src/image/head/sniff.ts";
import { jpeg, load, scene } from "./made-pictures.ts";

const ALL = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const picture = scene(30, 20);
const blobOf = (...parts: Uint8Array[]) => new Blob(parts as Uint8Array<ArrayBuffer>[]);

/** A TIFF structure with tags before the orientation, in either byte order. */
function tiff(orientation: number, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(8 + 2 + 2 * 12 + 4);
  const view = new DataView(bytes.buffer);
  bytes.fill((littleEndian ? "I" : "M").charCodeAt(0), 0, 2);
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, 8, littleEndian);
  view.setUint16(8, 2, littleEndian);
  view.setUint16(10, 0x010f, littleEndian);
  view.setUint16(22, 0x0112, littleEndian);
  view.setUint16(24, 3, littleEndian);
  view.setUint32(26, 1, littleEndian);
  view.setUint16(30, orientation, littleEndian);
  return bytes;
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  return Buffer.concat([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content]);
}

const app1 = (bytes: Uint8Array) => segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), bytes]));
const SOI = Uint8Array.of(0xff, 0xd8);
const SOF = segment(0xc0, Uint8Array.of(8, 0, 20, 0, 30, 3));

describe.each(ALL)("orientation %i", (orientation) => {
  it("is read from a JPEG by sharp, with its size as stored", async () => {
    const head = await readImageHead(blobOf(await jpeg(picture, orientation)));
    expect(head).toMatchObject({ type: "image/jpeg", orientation, size: { width: 30, height: 20 } });
  });

  it.each([true, false])("is read in both byte orders (little-endian: %s)", (littleEndian) => {
    expect(parseOrientation(tiff(orientation, littleEndian))).toBe(orientation);
  });

  it("is read from WebP and PNG by sharp", async () => {
    const webp = await load(picture).webp().withMetadata({ orientation }).toBuffer();
    expect(await readImageHead(blobOf(webp))).toMatchObject({ type: "image/webp", orientation });
    const png = await load(picture).png().withMetadata({ orientation }).toBuffer();
    expect(await readImageHead(blobOf(png))).toMatchObject({ type: "image/png", orientation });
  });
});

it("steps over megabytes of segments before the EXIF, fill bytes and restart markers", async () => {
  const filler = segment(0xe2, new Uint8Array(65_533));
  const odd = Uint8Array.of(0xff, 0xff, 0xff, 0xd0, 0xff, 0x01);
  const file = blobOf(SOI, ...new Array<Uint8Array>(40).fill(filler), odd, app1(tiff(6, true)), SOF);
  expect(await readImageHead(file)).toMatchObject({ orientation: 6, size: { width: 30, height: 20 } });
});

it("reads a large file's head only", async () => {
  let read = 0;
  class Counted extends Blob {
    override slice(...args: Parameters<Blob["slice"]>) {
      const piece = super.slice(...args);
      read += piece.size;
      return piece;
    }
  }
  const file = new Counted([(await jpeg(picture, 3)) as Uint8Array<ArrayBuffer>, new Uint8Array(20_000_000)]);
  expect(await readOrientation(file)).toBe(3);
  expect(read).toBeLessThanOrEqual(128 * 1024);
});

it("takes the first EXIF, and XMP for none", async () => {
  const xmp = segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x/>"));
  expect(await readOrientation(blobOf(SOI, xmp, app1(tiff(8, false)), app1(tiff(3, true)), SOF))).toBe(8);
});

describe("a broken orientation counts as upright and never throws:", () => {
  it.each([0, 9, 255, 65_535])("a value of %i", (value) => {
    expect(parseOrientation(tiff(value, true))).toBe(1);
  });

  it("an IFD beyond the end, another field type, or another byte order mark", () => {
    for (const [at, byte] of [
      [4, 255],
      [24, 4],
      [26, 2],
      [0, 0x4a],
      [2, 43],
    ] as const) {
      const bytes = tiff(6, true);
      bytes[at] = byte;
      expect(parseOrientation(bytes)).toBe(1);
    }
  });

  it("a head cut off at any byte", async () => {
    const whole = await jpeg(picture, 6);
    for (let length = 0; length <= 600; length++) {
      expect([1, 6]).toContain(await readOrientation(blobOf(whole.subarray(0, length))));
    }
    for (let length = 0; length < 34; length++)
      expect(parseOrientation(tiff(6, true).subarray(0, length))).toBe(1);
  });

  it("a head with any byte set to 0, 255 or flipped, in each format", async () => {
    const files = [
      await jpeg(picture, 6),
      await load(picture).png().withMetadata({ orientation: 6 }).toBuffer(),
      await load(picture).webp().withMetadata({ orientation: 6 }).toBuffer(),
    ];
    for (const whole of files) {
      for (let at = 0; at < Math.min(whole.length, 400); at++) {
        for (const byte of [0, 255, whole[at]! ^ 0x55]) {
          const bytes = new Uint8Array(whole);
          bytes[at] = byte;
          expect(ALL).toContain(await readOrientation(blobOf(bytes)));
        }
      }
    }
  });
});

it("tells the format by the bytes", async () => {
  const made = sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } });
  for (const format of ["jpeg", "png", "webp", "gif", "avif", "tiff"] as const) {
    expect(sniffType(await made.clone().toFormat(format).toBuffer()), format).toBe(`image/${format}`);
  }
  const text = (value: string) => sniffType(new TextEncoder().encode(value));
  expect(text("BM......")).toBe("image/bmp");
  expect(text('\n<?xml version="1.0"?><!-- a --><svg xmlns="">')).toBe("image/svg+xml");
  expect(text("<svg>")).toBe("image/svg+xml");
  expect(text("\0\0\0\x18ftypheic\0\0\0\0mif1heic")).toBe("image/heic");
  expect(text("\0\0\x01\0....")).toBe("image/x-icon");
  expect(sniffType(Uint8Array.of(0xff, 0x0a, 0))).toBe("image/jxl");
  expect(text("\0\0\0\x0cJXL \r\n")).toBe("image/jxl");
  expect(text("<html><svg>")).toBe("text/html");
  expect(text("a <svg>")).toBe("");
  expect(text("")).toBe("");
});

describe("what people take for a picture, and no browser or no MindSpore reads, is known by its bytes:", () => {
  const ftyp = (brand: string) => `\0\0\0\x18ftyp${brand}\0\0\0\0isomiso2`;
  it.each([
    ["image/heic", "\0\0\0\x18ftypheix\0\0\0\0mif1heix"],
    ["image/x-raw", ftyp("crx ")],
    ["image/x-raw", "II*\0\x10\0\0\0CR\x02\0"],
    ["image/x-raw", "FUJIFILMCCD-RAW 0201"],
    ["image/x-bigtiff", "II+\0\x08\0\0\0"],
    ["image/vnd.adobe.photoshop", "8BPS\0\x01"],
    ["image/jp2", "\0\0\0\x0cjP  \r\n\x87\n"],
    ["image/jp2", "\xff\x4f\xff\x51"],
    ["video/mp4", ftyp("isom")],
    ["video/quicktime", ftyp("qt  ")],
    ["video/webm", "\x1a\x45\xdf\xa3"],
    ["video/x-msvideo", "RIFF\0\0\0\0AVI LIST"],
    ["application/pdf", "%PDF-1.7"],
    ["application/zip", "PK\x03\x04"],
    ["text/html", "\n<!doctype html><title>Sign in</title>"],
  ])("%s", async (type, begin) => {
    expect(await readMediaType(blobOf(Buffer.from(begin, "latin1")))).toBe(type);
  });

  it("a camera's raw file that looks like a TIFF, of whose tags the first picture is a preview", async () => {
    const withTags = (tags: [tag: number, value: number][], little: boolean) => {
      const bytes = new Uint8Array(8 + 2 + tags.length * 12 + 4);
      const view = new DataView(bytes.buffer);
      bytes.fill((little ? "I" : "M").charCodeAt(0), 0, 2);
      view.setUint16(2, 42, little);
      view.setUint32(4, 8, little);
      view.setUint16(8, tags.length, little);
      for (const [i, [tag, value]] of tags.entries()) {
        view.setUint16(10 + i * 12, tag, little);
        view.setUint16(12 + i * 12, 4, little);
        view.setUint32(14 + i * 12, 1, little);
        view.setUint32(18 + i * 12, value, little);
      }
      return blobOf(bytes);
    };
    for (const little of [true, false]) {
      const type = (...tags: [number, number][]) => readMediaType(withTags(tags, little));
      expect(await type([0x100, 30], [0xc612, 0x01040000])).toBe("image/x-raw");
      expect(await type([0xfe, 1], [0x100, 160], [0x14a, 8])).toBe("image/x-raw");
      // Pictures of several sizes, and pages, the first of which is the picture itself.
      expect(await type([0xfe, 0], [0x100, 160], [0x14a, 8])).toBe("image/tiff");
      expect(await type([0xfe, 1], [0x100, 160])).toBe("image/tiff");
      expect(await type()).toBe("image/tiff");
    }
    for (let length = 0; length < 30; length++) {
      const cut = withTags([[0xfe, 1]], true).slice(0, length);
      expect(["image/tiff", ""]).toContain(await readMediaType(cut));
    }
  });
});

it("tells the size of WebP's three kinds", async () => {
  for (const options of [{ quality: 50 }, { lossless: true }]) {
    const file = await load(picture).webp(options).toBuffer();
    expect((await readImageHead(blobOf(file))).size).toEqual({ width: 30, height: 20 });
  }
  const extended = await load(picture).webp().withMetadata({ orientation: 6 }).toBuffer();
  expect((await readImageHead(blobOf(extended))).size).toEqual({ width: 30, height: 20 });
});
