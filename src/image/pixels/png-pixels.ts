/**
 * PNGs whose stored colours no canvas gives back: one with alpha, which a canvas multiplies into the colours, and one of
 * 16 bits, which engines make 8 in ways of their own. They are decoded here.
 */

import { bytesOfBlob } from "../../tensor/index.ts";
import { describeBlob, imageError } from "../errors/image-error.ts";
import { hasText, viewOf } from "../head/byte-window.ts";
import { type PngHeader, PngRows } from "./png-rows.ts";
import type { RawPixels } from "./stored-lines.ts";

const SIGNATURE_BYTES = 8;
const HEADER_BYTES = 33;
const CHUNK_BYTES = 12;
/** By colour type; a palette's pixels have none of their own. */
const SAMPLES = new Map([
  [0, 1],
  [2, 3],
  [4, 2],
  [6, 4],
]);

/**
 * The stored colours without their alpha; `undefined` for a PNG that the browser decodes to the same.
 * @throws DOMException `EncodingError` when the file is damaged or cut off
 */
export async function pngPixels(file: Blob): Promise<RawPixels | undefined> {
  const header = readHeader(await bytesOfBlob(file.slice(0, HEADER_BYTES)));
  if (!header || (header.depth === 8 && header.samples % 2 === 1)) return undefined;
  const rows = new PngRows(header);
  let cause: unknown;
  try {
    await inflate(await bytesOfBlob(file), rows);
  } catch (error) {
    cause = error; // Of no account when it comes behind the last row.
  }
  if (!rows.isWhole) {
    throw imageError(
      "EncodingError",
      `${describeBlob(file, "image/png")} can't be decoded: it is damaged or cut off. Save it again`,
      cause,
    );
  }
  return { data: rows.pixels, width: header.width, height: header.height, step: 3 };
}

function readHeader(bytes: Uint8Array): PngHeader | undefined {
  if (bytes.length < HEADER_BYTES || !hasText(bytes, 12, "IHDR")) return undefined;
  const [depth, colourType, , , interlace] = bytes.subarray(24);
  const samples = SAMPLES.get(colourType!);
  if (samples === undefined || depth! < 8) return undefined;
  const view = viewOf(bytes);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return { width, height, depth: depth!, samples, isInterlaced: interlace === 1 };
}

async function inflate(file: Uint8Array<ArrayBuffer>, rows: PngRows): Promise<void> {
  const { writable, readable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  // In one piece: of the thousand small ones that PNGs have, streams take twice as long.
  const written = Promise.all([writer.write(dataOf(file)), writer.close()]);
  written.catch(() => {}); // The reader is told too.
  const reader = readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rows.feed(value);
  }
}

/** The contents of the IDAT chunks, moved together to the file's beginning. */
function dataOf(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = viewOf(file);
  let end = 0;
  for (let at = SIGNATURE_BYTES; at + CHUNK_BYTES <= file.length; ) {
    const length = view.getUint32(at);
    const next = at + CHUNK_BYTES + length;
    if (hasText(file, at + 4, "IDAT")) {
      const data = file.subarray(at + 8, at + 8 + length);
      file.set(data, end);
      end += data.length;
    }
    at = next;
  }
  return file.subarray(0, end);
}
