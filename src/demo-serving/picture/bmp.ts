/** BMP files, which sharp can't read and MindSpore's Decode can. */

import { type BmpHead, readBmpHead } from "./bmp-head.ts";
import { unpackRuns } from "./bmp-runs.ts";
import { CHANNELS, type RawRgb } from "./raw-rgb.ts";

export function isBmp(file: Uint8Array): boolean {
  return file[0] === 0x42 && file[1] === 0x4d;
}

/**
 * Every kind that Decode reads; alpha is dropped.
 * @throws Error when it is another kind, or cut off (a RangeError)
 */
export function decodeBmp(file: Uint8Array): RawRgb {
  const head = readBmpHead(file);
  const { width, height, fromTop } = head;
  const colourAt = reader(file, head);
  const data = new Uint8Array(width * height * CHANNELS);
  for (let y = 0, to = 0; y < height; y++) {
    const row = fromTop ? y : height - 1 - y;
    for (let x = 0; x < width; x++) {
      const colour = colourAt(row, x);
      data[to++] = colour >> 16;
      data[to++] = colour >> 8;
      data[to++] = colour;
    }
  }
  return { data, width, height };
}

/** What gives the colour of a pixel, 0xrrggbb, by its row in the order of the file. */
function reader(file: Uint8Array, head: BmpHead): (row: number, x: number) => number {
  const { width, height, bits, inRuns, pixelsAt, palette } = head;
  if (inRuns) {
    const numbers = unpackRuns(file, pixelsAt, bits as 4 | 8, width, height);
    return (row, x) => threeOf(palette, numbers[row * width + x]! * CHANNELS);
  }
  const pixelBits = bits === 15 ? 16 : bits;
  const rowBytes = Math.ceil((width * pixelBits) / 32) * 4;
  if (pixelsAt + height * rowBytes > file.length) throw new RangeError("the BMP is cut off");
  return (row, x) => {
    const at = pixelsAt + row * rowBytes + Math.floor((x * pixelBits) / 8);
    if (bits >= 24) return threeOf(file, at);
    if (bits > 8) return unpacked(file[at]! | (file[at + 1]! << 8), bits - 10);
    const number = (file[at]! >> (8 - bits - ((x * bits) % 8))) & (2 ** bits - 1);
    return threeOf(palette, number * CHANNELS);
  };
}

/** Stored as blue, green, red. */
function threeOf(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}

/** Blue in the lowest 5 bits, then green, then red; the lower bits of each byte stay 0. */
function unpacked(pixel: number, greenBits: number): number {
  const blue = (pixel & 31) << 3;
  const green = ((pixel >> 5) << (8 - greenBits)) & 0xff;
  const red = ((pixel >> (5 + greenBits)) << 3) & 0xff;
  return (red << 16) | (green << 8) | blue;
}
