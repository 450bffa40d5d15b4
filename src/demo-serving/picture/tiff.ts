/** TIFF files as Decode has libtiff read them. */

import type { Metadata, Sharp } from "sharp";
import { fromCmyk, fromSixteenBits, onBlack } from "./colours.ts";
import type { RawRgb } from "./raw-rgb.ts";
import { pixelsIn, rawRgb } from "./sharp-pixels.ts";

/** Tags of one 16-bit number each, and numbers that they may have. */
const COMPRESSION = 259;
const JPEG = 7;
const COLOURS = 262;
const LUMA_AND_CHROMA = 6;
const MORE_CHANNELS = 338;
const ALPHA: readonly unknown[] = [1, 2];

/** @throws Error for floats, signed numbers and luma with chroma, which sharp gives in other colours than libtiff */
export function expectKnownTiff(image: Uint8Array, { depth }: Metadata): void {
  const isRgb = tagOf(image, COLOURS) !== LUMA_AND_CHROMA || tagOf(image, COMPRESSION) === JPEG;
  if (!isRgb || !["uchar", "ushort"].includes(depth!)) throw new Error("a kind of TIFF that is not read");
}

/** The first page, turned as its head says, which Decode itself does. Transparent pixels lie on black. */
export async function tiffPixels(image: Uint8Array, picture: Sharp, metadata: Metadata): Promise<RawRgb> {
  const upright = picture.autoOrient();
  if (metadata.space === "cmyk") {
    const inks = await pixelsIn(upright, "cmyk");
    return rawRgb(inks, fromCmyk(inks.data, 255));
  }
  // Grey ones keep their high byte, as in PNG.
  const is16Bit = metadata.space === "rgb16";
  const hasAlpha = metadata.channels === 4 && ALPHA.includes(tagOf(image, MORE_CHANNELS));
  const pixels = await pixelsIn(hasAlpha ? upright : upright.removeAlpha(), is16Bit ? "rgb16" : "srgb");
  const bytes = is16Bit ? fromSixteenBits(pixels.data) : pixels.data;
  return rawRgb(pixels, hasAlpha ? onBlack(bytes) : bytes);
}

/**
 * What the first page's head says.
 * @returns the first of the tag's numbers, `undefined` where it has none
 * @throws RangeError when the file ends before
 */
function tagOf(tiff: Uint8Array, tag: number): number | undefined {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = view.getUint16(0, true) === 0x4949;
  const directory = view.getUint32(4, isLittle);
  const count = view.getUint16(directory, isLittle);
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + 12 * i;
    if (view.getUint16(at, isLittle) === tag) return view.getUint16(at + 8, isLittle);
  }
  return undefined;
}
