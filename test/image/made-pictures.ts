/** Pictures made for the tests, and the arithmetic of the module done by sharp. */

import sharp, { type Sharp } from "sharp";

export interface Raw {
  width: number;
  height: number;
  channels: number;
  data: Uint8Array;
}

/** Smooth colours with some edges; no two corners alike, and not square, so that a wrong turn shows. */
export function scene(width: number, height: number): Raw {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) {
      const inBox = x < width / 3 && y < height / 4;
      data[p] = inBox ? 250 : Math.round((x / width) * 255);
      data[p + 1] = Math.round((y / height) * 255);
      data[p + 2] = inBox ? 20 : Math.round(127 + 100 * Math.sin((x * 9) / width + (y * 5) / height));
    }
  }
  return { width, height, channels: 3, data };
}

/** Every value differs from its neighbours: shows any resampling, rounding or shift. */
export function noise(width: number, height: number): Raw {
  const data = new Uint8Array(width * height * 3);
  let state = 12345;
  for (let i = 0; i < data.length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    data[i] = state >> 16;
  }
  return { width, height, channels: 3, data };
}

export function load({ data, width, height, channels }: Raw): Sharp {
  return sharp(data, { raw: { width, height, channels: channels as 3 } });
}

/** BITMAPINFOHEADER, 24 bits a pixel, bottom row first. */
export function bmp({ width, height, data }: Raw): Buffer {
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + rowBytes * height);
  file.write("BM");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3;
      file.set([data[from + 2]!, data[from + 1]!, data[from]!], 54 + (height - 1 - y) * rowBytes + x * 3);
    }
  }
  return file;
}

export function png(raw: Raw): Promise<Buffer> {
  return load(raw).png().toBuffer();
}

/** A JPEG whose EXIF says how it has to be turned. */
export function jpeg(raw: Raw, orientation?: number, quality = 95): Promise<Buffer> {
  const image = load(raw).jpeg({ quality, chromaSubsampling: "4:4:4" });
  return (orientation === undefined ? image : image.withMetadata({ orientation })).toBuffer();
}

/** A file as sharp shows it, upright and without transparency. */
export async function pixelsOf(file: Uint8Array): Promise<Raw> {
  const { data, info } = await sharp(file).rotate().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** Mean of the absolute differences, in steps of 255. */
export function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}

/** Planes of red, green and blue, from their interleaved order. */
export function planes({ data, channels }: Raw): number[] {
  const pixels = data.length / channels;
  return Array.from(
    { length: data.length },
    (_, i) => data[(i % pixels) * channels + Math.floor(i / pixels)]!,
  );
}
