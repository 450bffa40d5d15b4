/** What stands before the pixels of a BMP file, as MindSpore's Decode takes it. */

/** How a BMP's pixels are stored. */
export interface BmpHead {
  width: number;
  height: number;
  /** Rows come from the bottom up unless it says so. */
  fromTop: boolean;
  /** 15 stands for 16 bits of which each colour has 5; in 16 green has 6. */
  bits: 1 | 4 | 8 | 15 | 16 | 24 | 32;
  /** Whether pixels are stored as runs (RLE4, RLE8). */
  inRuns: boolean;
  pixelsAt: number;
  /** Blue, green and red of each colour of the palette, black where the file has none; empty above 8 bits. */
  palette: Uint8Array;
}

const FILE_HEADER_BYTES = 14;
const CORE_HEADER_BYTES = 12;
const SMALLEST_INFO_HEADER_BYTES = 36;

/** `biCompression`. */
const BI_RGB = 0;
const BI_RLE8 = 1;
const BI_RLE4 = 2;
const BI_BITFIELDS = 3;

/** More are not decoded: as many as sharp takes of the other formats. */
const MAX_PIXELS = 0x3fff * 0x3fff;

const MASKS_OF_15_BITS = [0x7c00, 0x3e0, 0x1f];
const MASKS_OF_16_BITS = [0xf800, 0x7e0, 0x1f];

/**
 * BITMAPCOREHEADER, BITMAPINFOHEADER or a later one. Masks count in pixels of 16 bits alone, and only right behind a
 * header of 40 bytes: in 32 bits blue, green and red are read in this order whatever they say.
 *
 * @throws Error when it is a kind that Decode refuses, or cut off (a RangeError)
 */
export function readBmpHead(file: Uint8Array): BmpHead {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = view.getUint32(FILE_HEADER_BYTES, true);
  const isCore = headerBytes === CORE_HEADER_BYTES;
  if (!isCore && headerBytes < SMALLEST_INFO_HEADER_BYTES) throw new Error("a kind of BMP that is not read");
  const width = isCore ? view.getUint16(18, true) : view.getInt32(18, true);
  const storedHeight = isCore ? view.getUint16(20, true) : view.getInt32(22, true);
  const compression = isCore ? BI_RGB : view.getUint32(30, true);
  const behind = FILE_HEADER_BYTES + headerBytes;
  const bits = bitsOf(view, isCore ? 24 : 28, compression, behind);
  const pixels = width * Math.abs(storedHeight);
  if (width <= 0 || pixels === 0 || pixels > MAX_PIXELS || bits === undefined) {
    throw new Error("a kind of BMP that is not read");
  }
  const counted = isCore ? 0 : view.getUint32(46, true);
  return {
    width,
    height: Math.abs(storedHeight),
    fromTop: storedHeight < 0,
    bits,
    inRuns: compression === BI_RLE8 || compression === BI_RLE4,
    pixelsAt: view.getUint32(10, true),
    palette:
      bits > 8 ? new Uint8Array() : paletteOf(file.subarray(behind), counted || 2 ** bits, isCore ? 3 : 4),
  };
}

/** `undefined` for what is not read. */
function bitsOf(
  view: DataView,
  at: number,
  compression: number,
  masksAt: number,
): BmpHead["bits"] | undefined {
  const bits = view.getUint16(at, true);
  if (compression === BI_RLE8) return bits === 8 ? bits : undefined;
  if (compression === BI_RLE4) return bits === 4 ? bits : undefined;
  if (compression !== BI_RGB && compression !== BI_BITFIELDS) return undefined;
  if (bits === 32) return bits;
  if (bits === 16) {
    if (compression === BI_RGB) return 15;
    const masks = String([0, 4, 8].map((offset) => view.getUint32(masksAt + offset, true)));
    if (masks === String(MASKS_OF_15_BITS)) return 15;
    return masks === String(MASKS_OF_16_BITS) ? 16 : undefined;
  }
  if (compression !== BI_RGB) return undefined;
  return bits === 1 || bits === 4 || bits === 8 || bits === 24 ? bits : undefined;
}

function paletteOf(colours: Uint8Array, count: number, entryBytes: number): Uint8Array {
  if (count > 256 || count * entryBytes > colours.length) throw new RangeError("the palette is cut off");
  const palette = new Uint8Array(256 * 3);
  for (let i = 0; i < count; i++) palette.set(colours.subarray(i * entryBytes, i * entryBytes + 3), i * 3);
  return palette;
}
