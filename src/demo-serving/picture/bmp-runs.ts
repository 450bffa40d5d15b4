/** Pixels of a BMP that are stored as runs (RLE8, RLE4). */

/** What a zero in the place of a run's length may be followed by; any larger number counts pixels as they are. */
const END_OF_ROW = 0;
const END_OF_PICTURE = 1;
const STEP = 2;

/**
 * @param bits of one pixel
 * @returns numbers of colours, in the order of the file's rows; 0 where the file paints nothing
 * @throws RangeError when a run leaves the picture, or the file ends before it
 */
export function unpackRuns(
  file: Uint8Array,
  at: number,
  bits: 4 | 8,
  width: number,
  height: number,
): Uint8Array {
  const pixels = new Uint8Array(width * height);
  let x = 0;
  let y = 0;
  const next = () => {
    if (at >= file.length) throw new RangeError("the BMP is cut off");
    return file[at++]!;
  };
  const paint = (colour: number) => {
    if (x >= width || y >= height) throw new RangeError("a run leaves the BMP");
    pixels[y * width + x++] = colour;
  };
  /** Two pixels of 4 bits share a byte. */
  const part = (byte: number, i: number) => (bits === 8 ? byte : i % 2 === 0 ? byte >> 4 : byte & 15);
  while (y < height) {
    const count = next();
    const what = next();
    if (count > 0) {
      for (let i = 0; i < count; i++) paint(part(what, i));
    } else if (what === END_OF_ROW) {
      x = 0;
      y++;
    } else if (what === END_OF_PICTURE) {
      break;
    } else if (what === STEP) {
      x += next();
      y += next();
    } else {
      // Filled up to two bytes.
      const stored = Math.ceil((what * bits) / 16) * 2;
      const bytes = Array.from({ length: stored }, next);
      for (let i = 0; i < what; i++) paint(part(bytes[Math.floor((i * bits) / 8)]!, i));
    }
  }
  return pixels;
}
