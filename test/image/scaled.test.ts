/**
 * Photos made small in real browsers: a JPEG decoded to few pixels looks like one that is decoded whole. The pages run
 * no workers, so that the tests reach the browser's decoders.
 */

import { Buffer } from "node:buffer";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { load, noise, pixelsOf, type Raw, scene } from "./made-pictures.ts";
import { type BrowserName, inBrowsers, NO_WORKERS, openForTests } from "./served-page.ts";

/** A scene with the grain of a phone's sensor. */
function grainy(width: number, height: number): Raw {
  const picture = scene(width, height);
  const grain = noise(width, height).data;
  const data = picture.data.map((value, i) => Math.min(255, Math.max(0, value + (grain[i]! - 128) / 8)));
  return { ...picture, data };
}

const phoneJpeg = (raw: Raw): Sharp => load(raw).jpeg({ quality: 88 });

/** A JPEG's segments with a colour profile. */
function profileOf(file: Buffer): Buffer[] {
  const segments: Buffer[] = [];
  for (let at = 2; file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2)) {
    if (file[at + 1] === 0xe2) segments.push(file.subarray(at, at + 2 + file.readUInt16BE(at + 2)));
  }
  return segments;
}

function withSegments(file: Buffer, segments: Buffer[]): Buffer {
  return Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]);
}

/** What to do to the page before: nothing, or what makes its decoder as those are that can't scale. */
type Decoder = "as it is" | "missing" | "refusing" | "giving less" | "giving all";

interface Made {
  /** A file of PNG, or what was wrong. */
  file: Buffer;
  error: string;
  /** Of the bitmaps that were made, as "width×height". */
  bitmaps: string[];
}

/** Mean and largest difference, in levels of 255. */
async function differences(a: Buffer, b: Buffer): Promise<{ mean: number; max: number; size: number[] }> {
  const [one, other] = [await pixelsOf(a), await pixelsOf(b)];
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let sum = 0;
  let max = 0;
  for (let i = 0; i < one.data.length; i++) {
    const difference = Math.abs(one.data[i]! - other.data[i]!);
    sum += difference;
    max = Math.max(max, difference);
  }
  return { mean: sum / one.data.length, max, size: [one.width, one.height] };
}

/** Measured, and a little room. Firefox's own filter for whole photos smooths little: its grain is coarser. */
const BOUNDS: Record<BrowserName, { mean: number; max: number }> = {
  Chromium: { mean: 2, max: 36 },
  Firefox: { mean: 4.5, max: 80 },
  WebKit: { mean: 0.3, max: 3 },
};

inBrowsers((name) => {
  const opened = openForTests(name, { policy: NO_WORKERS });

  /** As PNG, which keeps every pixel as it was drawn. */
  async function small(file: Uint8Array, maxSide: number, decoder: Decoder = "as it is"): Promise<Made> {
    opened.server.files.set("photo.jpg", file);
    const made = await opened.page.evaluate(
      async ([maxSide, decoder]) => {
        const scope = globalThis as unknown as Record<string, unknown>;
        const { ImageDecoder: Decoder, createImageBitmap: make } = globalThis;
        const bitmaps: string[] = [];
        scope.createImageBitmap = async (...given: Parameters<typeof make>) => {
          const bitmap = await make(...given);
          bitmaps.push(`${bitmap.width}×${bitmap.height}`);
          return bitmap;
        };
        if (decoder !== "as it is") {
          // What WebKit does instead goes by its name.
          Object.defineProperty(navigator, "userAgent", { value: "", configurable: true });
          scope.ImageDecoder = undefined;
        }
        if (decoder === "refusing" || (decoder.startsWith("giving") && !Decoder)) {
          scope.ImageDecoder = class {
            decode = () => Promise.reject(new DOMException("not today", "EncodingError"));
            close() {}
          };
        } else if (decoder.startsWith("giving")) {
          scope.ImageDecoder = class {
            readonly decoder: ImageDecoder;
            constructor({ desiredWidth, desiredHeight, ...init }: ImageDecoderInit) {
              const less = {
                desiredWidth: Math.floor(desiredWidth! * 0.6),
                desiredHeight: Math.floor(desiredHeight! * 0.6),
              };
              this.decoder = new Decoder(decoder === "giving all" ? init : { ...init, ...less });
            }
            decode = () => this.decoder.decode();
            close = () => this.decoder.close();
          };
        }
        try {
          const source = await imageTools.fetchFile("photo.jpg");
          const upload = await imageTools.toUpload(source, {
            maxSide,
            type: "image/png",
            accept: ["image/png"],
          });
          return { base64: await imageTools.toBase64(upload), error: "", bitmaps };
        } catch (error) {
          return { base64: "", error: `${(error as Error).name}: ${(error as Error).message}`, bitmaps };
        } finally {
          scope.createImageBitmap = make;
          scope.ImageDecoder = Decoder;
          delete (navigator as { userAgent?: string }).userAgent;
        }
      },
      [maxSide, decoder] as const,
    );
    return { ...made, file: Buffer.from(made.base64, "base64") };
  }

  const photo = grainy(2000, 1500);

  /** Decoded to this; the way that a page without the feature takes gives the reference. */
  async function compared(file: Buffer, maxSide: number) {
    const [made, whole] = [await small(file, maxSide), await small(file, maxSide, "missing")];
    expect([made.error, whole.error]).toEqual(["", ""]);
    return { ...(await differences(made.file, whole.file)), bitmaps: made.bitmaps, whole: whole.bitmaps };
  }

  it.each([
    [2000, 1500, 640, [640, 480]],
    [2000, 1500, 320, [320, 240]],
    [2000, 1500, 250, [250, 188]],
    [2000, 1500, 249, [249, 187]],
    [2000, 1500, 101, [101, 76]],
    [2005, 1501, 333, [333, 249]],
    [1501, 2003, 187, [140, 187]],
  ])(
    "%i×%i made at most %i px is as if all its pixels had been decoded",
    async (width, height, side, size) => {
      const file = await phoneJpeg(grainy(width, height)).toBuffer();
      const seen = await compared(file, side);
      console.log(
        `${name}: ${width}×${height} to ${size.join("×")} by way of ${seen.bitmaps.join()}: mean ${seen.mean.toFixed(2)}, max ${seen.max}`,
      );
      expect(seen.size).toEqual(size);
      expect(seen.whole).toEqual([`${width}×${height}`]);
      expect(seen.bitmaps).not.toEqual(seen.whole);
      expect(seen.mean).toBeLessThan(BOUNDS[name].mean);
      expect(seen.max).toBeLessThan(BOUNDS[name].max);
    },
  );

  it("it is about as near to what sharp makes of the photo, or nearer", async () => {
    const file = await phoneJpeg(photo).toBuffer();
    const made = (side: number) => sharp(file).resize(side, null, { kernel: "linear" }).png().toBuffer();
    for (const side of [640, 320, 101]) {
      const away = await differences((await small(file, side)).file, await made(side));
      const whole = await differences((await small(file, side, "missing")).file, await made(side));
      console.log(
        `${name}: to ${side} px, from sharp's: ${away.mean.toFixed(2)}, decoded whole ${whole.mean.toFixed(2)}`,
      );
      expect(away.mean).toBeLessThan(whole.mean + 0.3);
    }
  });

  it("no picture is decoded to less than it is drawn at, and none is enlarged", async () => {
    const file = await phoneJpeg(scene(403, 301)).toBuffer();
    for (let side = 1; side < 480; side += side < 40 ? 3 : 29) {
      const { file: made, bitmaps } = await small(file, side);
      const { width, height } = await pixelsOf(made);
      expect(Math.max(width, height)).toBe(Math.min(side, 403));
      const decoded = bitmaps.at(-1)!.split("×").map(Number);
      expect(decoded[0]).toBeGreaterThanOrEqual(width);
      expect(decoded[1]).toBeGreaterThanOrEqual(height);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "orientation %i is upright, decoded to few pixels",
    async (orientation) => {
      const file = await phoneJpeg(scene(805, 601)).withMetadata({ orientation }).toBuffer();
      const made = await small(file, 99);
      const upright = await sharp(file).autoOrient().resize(99, 99, { fit: "inside" }).png().toBuffer();
      const { mean } = await differences(made.file, upright);
      expect(made.bitmaps).not.toContain(orientation < 5 ? "805×601" : "601×805");
      expect(mean).toBeLessThan(2.5); // A wrong turn differs by tens.
    },
  );

  describe("as if all its pixels had been decoded is also", () => {
    it.each<[string, () => Promise<Buffer>]>([
      ["a progressive one", () => phoneJpeg(photo).jpeg({ progressive: true }).toBuffer()],
      ["one of four inks", () => phoneJpeg(photo).toColourspace("cmyk").toBuffer()],
      ["a grey one", () => phoneJpeg(photo).greyscale().toBuffer()],
      ["one with full colour", () => phoneJpeg(photo).jpeg({ chromaSubsampling: "4:4:4" }).toBuffer()],
    ])("%s", async (_, made) => {
      const seen = await compared(await made(), 200);
      expect(seen.bitmaps).not.toEqual(seen.whole);
      expect(seen.mean).toBeLessThan(BOUNDS[name].mean);
      expect(seen.max).toBeLessThan(BOUNDS[name].max);
    });

    it("one with a colour profile", async () => {
      const plain = await phoneJpeg(photo).toBuffer();
      // Display P3's primaries: the same values are stronger colours.
      const file = withSegments(plain, profileOf(await load(photo).withIccProfile("p3").jpeg().toBuffer()));
      const seen = await compared(file, 200);
      expect(seen.bitmaps).not.toEqual(seen.whole);
      expect(seen.mean).toBeLessThan(BOUNDS[name].mean);
      const ignored = await differences((await small(file, 200)).file, (await small(plain, 200)).file);
      // WebKitGTK takes no notice of profiles.
      if (name !== "WebKit") expect(ignored.mean).toBeGreaterThan(2 * BOUNDS[name].mean);
    });
  });

  describe("all pixels are decoded", () => {
    it.each(["png", "webp"] as const)("of %s", async (format) => {
      const file = await load(scene(400, 300)).toFormat(format).toBuffer();
      expect((await small(file, 40)).bitmaps).toEqual(["400×300"]);
    });

    it("where little is left out", async () => {
      const file = await phoneJpeg(photo).toBuffer();
      if (name !== "WebKit") expect((await small(file, 1001)).bitmaps).toEqual(["2000×1500"]);
    });

    it.each([
      ["missing", 1],
      ["refusing", 1],
      ["giving less", 2],
      ["giving all", 2],
    ] as const)(
      "where the decoder that scales is %s, and nobody sees a difference",
      async (decoder, bitmaps) => {
        const file = await phoneJpeg(photo).toBuffer();
        const made = await small(file, 320, decoder);
        expect(made.bitmaps.at(-1)).toBe("2000×1500");
        expect(made.bitmaps.length).toBe(name === "WebKit" ? 1 : bitmaps);
        expect(made.file.equals((await small(file, 320, "missing")).file)).toBe(true);
      },
    );
  });

  it("a damaged file fails, or not, as it does without", async () => {
    const whole = await phoneJpeg(photo).toBuffer();
    const cut = (share: number) => whole.subarray(0, Math.floor(whole.length * share));
    const spoilt = Buffer.from(whole).fill(0, whole.length / 2, whole.length / 2 + 5000);
    for (const file of [cut(0.01), cut(0.5), cut(0.99), spoilt]) {
      const [made, without] = [await small(file, 100), await small(file, 100, "missing")];
      expect(made.error).toBe(without.error);
      expect(made.file.length > 0).toBe(without.file.length > 0);
    }
  });
});
