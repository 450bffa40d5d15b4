/** Uncompressed BMP files, which sharp can't read and MindSpore's Decode can. */

const FILE_HEADER_BYTES = 14;
const SMALLEST_HEADER_BYTES = 40;

/** `biCompression`: none, or masks that say where the colours lie; only the usual places are known here. */
const BI_RGB = 0;
const BI_BITFIELDS = 3;
const USUAL_MASKS = [0xff0000, 0xff00, 0xff];

export interface RawRgb {
  /** uint8 RGB, rows from the top. */
  data: Uint8Array;
  width: number;
  height: number;
}

export function isBmp(file: Uint8Array): boolean {
  return file[0] === 0x42 && file[1] === 0x4d;
}

/**
 * BITMAPINFOHEADER or a later one, 1, 4, 8, 24 or 32 bits a pixel; alpha is dropped, as Decode does.
 * @throws Error when it is another kind, or cut off (a RangeError)
 */
export function decodeBmp(file: Uint8Array): RawRgb {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pixelsAt = view.getUint32(10, true);
  const headerBytes = view.getUint32(14, true);
  const width = view.getInt32(18, true);
  const storedHeight = view.getInt32(22, true);
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  const height = Math.abs(storedHeight);
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  const masks = [0, 4, 8].map((at) => (compression === BI_BITFIELDS ? view.getUint32(54 + at, true) : 0));
  const isKnown =
    headerBytes >= SMALLEST_HEADER_BYTES &&
    width > 0 &&
    height > 0 &&
    [1, 4, 8, 24, 32].includes(bits) &&
    (compression === BI_RGB || (bits === 32 && String(masks) === String(USUAL_MASKS)));
  if (!isKnown) throw new Error("a kind of BMP that is not read here");
  if (pixelsAt + height * rowBytes > file.length) throw new RangeError("the BMP is cut off");
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    // Rows come from the bottom up, unless the height is negative.
    const row = pixelsAt + (storedHeight > 0 ? height - 1 - y : y) * rowBytes;
    for (let x = 0; x < width; x++) {
      let at = row + (x * bits) / 8;
      if (bits <= 8) {
        const index = (file[Math.floor(at)]! >> (8 - bits - ((x * bits) % 8))) & (2 ** bits - 1);
        at = FILE_HEADER_BYTES + headerBytes + index * 4;
      }
      data[to++] = file[at + 2]!;
      data[to++] = file[at + 1]!;
      data[to++] = file[at]!;
    }
  }
  return { data, width, height };
}
