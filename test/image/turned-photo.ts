import sharp, { type Sharp } from "sharp";

/** Quarter turns clockwise, and whether it is mirrored after them: what each orientation (EXIF, 2 to 8) undoes. */
const UNDONE: Record<number, [quarters: number, mirror: boolean]> = {
  2: [0, true],
  3: [2, false],
  4: [2, true],
  5: [1, true],
  6: [3, false],
  7: [3, true],
  8: [1, false],
};

/** An upright picture as a camera that was held another way stores it: a JPEG that every viewer shows upright. */
export async function turnedPhoto(upright: Uint8Array, orientation: number): Promise<Buffer> {
  const [quarters, mirror] = UNDONE[orientation]!;
  // In one go sharp mirrors first.
  const turned: Sharp = sharp(
    await sharp(upright)
      .rotate(quarters * 90)
      .png()
      .toBuffer(),
  );
  return turned.flop(mirror).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();
}
