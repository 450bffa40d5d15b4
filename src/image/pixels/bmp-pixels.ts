/**
 * BMPs of which browsers give other colours than MindSpore, read here: of 16 bits a pixel it shifts 5 or 6 bits a value,
 * browsers stretch them to 8; of 32 bits it takes the bytes for blue, green and red, whatever the masks say, and drops
 * the fourth, which WebKit takes for alpha even where it has no meaning.
 */

import { bytesOfBlob } from "../../tensor/index.ts";
import { describeBlob, imageError } from "../errors/image-error.ts";
import { viewOf } from "../head/byte-window.ts";
import type { RawPixels } from "./stored-lines.ts";

const INFO_HEADER_BYTES = 40;
const HEAD_BYTES = 66;
const BI_RGB = 0;
const BI_BITFIELDS = 3;
const MASKS_AT = 54;
const RED_OF_565 = 0xf800;

/**
 * RGB; `undefined` for a BMP that the browser decodes to the same.
 * @param keepsAlpha leaves one with alpha to the browser
 * @throws DOMException `EncodingError` when the file is cut off
 */
export async function bmpPixels(file: Blob, keepsAlpha: boolean): Promise<RawPixels | undefined> {
  const head = await bytesOfBlob(file.slice(0, HEAD_BYTES));
  if (head.length < HEAD_BYTES) return undefined;
  const view = viewOf(head);
  const [width, height] = [view.getInt32(18, true), view.getInt32(22, true)];
  const [bits, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  const hasMasks = compression === BI_BITFIELDS;
  const is16 = bits === 16 && (compression === BI_RGB || hasMasks);
  const is32 = bits === 32 && (compression === BI_RGB || (hasMasks && !keepsAlpha));
  const isRead = view.getUint32(14, true) >= INFO_HEADER_BYTES && width > 0 && height !== 0 && (is16 || is32);
  if (!isRead) return undefined;
  const is565 = hasMasks && view.getUint32(MASKS_AT, true) === RED_OF_565;
  const rows = Math.abs(height);
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  const at = view.getUint32(10, true);
  const bytes = await bytesOfBlob(file.slice(at, at + rows * rowBytes));
  if (bytes.length < rows * rowBytes) {
    throw imageError(
      "EncodingError",
      `${describeBlob(file, "image/bmp")} can't be decoded: it is cut off. Save it again`,
    );
  }
  const data = new Uint8Array(width * rows * 3);
  for (let y = 0; y < rows; y++) {
    // Rows come from the bottom up, unless the height is negative.
    const row = (height > 0 ? rows - 1 - y : y) * rowBytes;
    const to = y * width * 3;
    if (is32) copy32(bytes, row, data, to, width);
    else copy16(bytes, row, data, to, width, is565);
  }
  return { data, width, height: rows, step: 3 };
}

function copy32(from: Uint8Array, at: number, data: Uint8Array, to: number, width: number): void {
  for (let x = 0; x < width; x++, at += 4, to += 3) {
    data[to] = from[at + 2]!;
    data[to + 1] = from[at + 1]!;
    data[to + 2] = from[at]!;
  }
}

/** 5 bits a value, or 6 of green; the low ones of 8 are zeros. */
function copy16(
  from: Uint8Array,
  at: number,
  data: Uint8Array,
  to: number,
  width: number,
  is565: boolean,
): void {
  for (let x = 0; x < width; x++, at += 2, to += 3) {
    const value = from[at]! | (from[at + 1]! << 8);
    data[to] = (is565 ? value >> 8 : value >> 7) & 0xf8;
    data[to + 1] = is565 ? (value >> 3) & 0xfc : (value >> 2) & 0xf8;
    data[to + 2] = (value << 3) & 0xf8;
  }
}
