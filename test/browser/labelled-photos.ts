/** Labelled photos that say what they are to be called, and a classifier that reads it: as quick as a call can be. */

import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Classifier, ClassifyOutcome } from "../../src/demo-serving/model/classifier.ts";

/** Names of classes as a model has them, with a synonym each. */
export const labelOf = (i: number) => `class ${i}, kind ${i}`;

/** Stands for a file that can't be decoded. */
export const BROKEN = 0xffff;

const HEAD = 54;

/** A BMP of 4 × 4 pixels whose first one holds a class and a score from 0 to 255. */
export function photoCalled(label: number, score = 200): Buffer {
  const bmp = Buffer.alloc(HEAD + 4 * 12, 0x80);
  bmp.fill(0, 0, HEAD).write("BM", "latin1");
  bmp.writeUInt32LE(bmp.length, 2);
  bmp.writeUInt32LE(HEAD, 10);
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(4, 18);
  bmp.writeInt32LE(4, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(24, 28);
  bmp.writeUInt16LE(label, HEAD);
  bmp.writeUInt8(score, HEAD + 2);
  return bmp;
}

/** @param shift is added to each class but the first, as a worse model would */
export function readingClassifier(classes: number, shift = 0): Classifier {
  return {
    name: "reading",
    input: [3, 1, 1],
    classify: async (images) => images.map((image) => classified(image, classes, shift)),
    classifyPixels: async () => [],
    close: async () => {},
  };
}

function classified(image: Uint8Array, classes: number, shift: number): ClassifyOutcome {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const called = view.getUint16(HEAD, true);
  if (called === BROKEN) return { error: "cannot decode image" };
  const score = view.getUint8(HEAD + 2) / 255;
  const best = called === 0 ? 0 : called + shift;
  return {
    labels: Array.from({ length: 5 }, (_, rank) => labelOf((best + rank) % classes)),
    scores: Float32Array.from({ length: 5 }, (_, rank) => (rank === 0 ? score : (1 - score) / 5)),
  };
}

/** A folder named `set` with these files. */
export async function folderOf(files: Readonly<Record<string, Buffer | string>>): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "labelled-")), "set");
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
