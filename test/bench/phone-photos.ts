/**
 * Photos as a phone takes them, made by a script: 12 megapixels, colour at half the resolution, some 3 MB, with an EXIF
 * that has an orientation and a thumbnail. A sample photo enlarged, with a sensor's noise on it, so that they
 * are as hard to decode as real ones. They stay under `.cache/phone-photos` for the next run.
 */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { readFromPackage } from "../../build/samples/photo.ts";
import { samples } from "../../src/samples/index.ts";
import { withExif } from "./exif.ts";

const FOLDER = resolve(import.meta.dirname, "../../.cache/phone-photos");

/** Grows when what is made changes. */
const EDITION = 1;

export interface PhonePhoto {
  /** Which one: each has another subject, another part of it and other noise. */
  number?: number;
  /** As stored. @default 4000 */
  width?: number;
  /** @default 3000 */
  height?: number;
  /** EXIF orientation: 6 is a phone held upright. @default 1 */
  orientation?: number;
}

/** @returns the file's path */
export async function phonePhoto(photo: PhonePhoto = {}): Promise<string> {
  const { number = 0, width = 4000, height = 3000, orientation = 1 } = photo;
  const path = join(FOLDER, `${EDITION}-${width}x${height}-${orientation}-${number}.jpg`);
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, await makePhoto({ number, width, height, orientation }));
  renameSync(unfinished, path);
  return path;
}

/** Different photos of 12 megapixels, each second one held upright. @returns their paths */
export async function phonePhotos(count: number, say: (done: number) => void = () => {}): Promise<string[]> {
  const paths: string[] = [];
  for (let number = 0; number < count; number++) {
    paths.push(await phonePhoto({ number, orientation: number % 2 ? 6 : 1 }));
    say(number + 1);
  }
  return paths;
}

export const readPhoto = async (photo?: PhonePhoto): Promise<Buffer> => readFileSync(await phonePhoto(photo));

async function makePhoto({ number, width, height, orientation }: Required<PhonePhoto>): Promise<Buffer> {
  const subject = samples[number % samples.length]!;
  const original = sharp(await readFromPackage(subject, subject.pathInPackage)).autoOrient();
  const { autoOrient: size } = await original.metadata();
  // From all of it down to three quarters, at another place each time.
  const part = 1 - 0.25 * share(number, 1);
  const cut = { width: Math.floor(size.width * part), height: Math.floor(size.height * part) };
  const { data } = await original
    .extract({
      ...cut,
      left: Math.floor((size.width - cut.width) * share(number, 2)),
      top: Math.floor((size.height - cut.height) * share(number, 3)),
    })
    .resize(width, height, { fit: "cover" })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  addNoise(data, width * 3, number);
  const pixels = sharp(data, { raw: { width, height, channels: 3 } });
  const photo = await pixels.clone().jpeg({ quality: QUALITY, chromaSubsampling: "4:2:0" }).toBuffer();
  const thumbnail = await pixels.resize(THUMBNAIL).jpeg({ quality: 80 }).toBuffer();
  return withExif(photo, { orientation, thumbnail });
}

/** What phones take, and what gives 3 MB. */
const QUALITY = 90;
const NOISE = 20;
const THUMBNAIL = { width: 320, height: 320, fit: "inside" } as const;

/** Sums of two even spreads, up to {@link NOISE} levels either way. */
const noises = Int8Array.from({ length: 2 ** 16 }, (_, i) => {
  const mixed = Math.imul(i + 1, 0x9e3779b1) ^ (Math.imul(i + 1, 0x85ebca6b) >>> 13);
  return Math.round((((mixed >>> 24) + ((mixed >>> 16) & 255)) / 255 - 1) * NOISE);
});

/** In place. A row begins anywhere in the noises, so that none is like its neighbour. */
function addNoise(data: Buffer, rowBytes: number, seed: number): void {
  const levels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  let state = seed * 7919 + 12345;
  for (let row = 0; row < levels.length; row += rowBytes) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const start = state >>> 16;
    for (let i = 0; i < rowBytes; i++) levels[row + i]! += noises[(start + i) & 0xffff]!;
  }
}

/** From 0 to 1, another for each number and purpose, and always the same. */
function share(number: number, purpose: number): number {
  return ((number * 2654435761 + purpose * 40503) % 65521) / 65521;
}
