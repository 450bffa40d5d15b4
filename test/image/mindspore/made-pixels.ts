/** Pixels that are computed from their place, the same as made_pixels.py computes. */

export type PixelKind = "noise" | "extremes";

/** RGB in rows: "noise" has every value beside every other, "extremes" only 0 and 255. */
export function madePixels(width: number, height: number, seed: number, kind: PixelKind): Uint8Array {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) {
    let bits = (i + seed) | 0;
    bits = Math.imul(bits, 0x9e3779b1);
    bits ^= bits >>> 15;
    bits = Math.imul(bits, 0x85ebca6b);
    bits ^= bits >>> 13;
    bits = Math.imul(bits, 0xc2b2ae35);
    bits ^= bits >>> 16;
    data[i] = kind === "noise" ? bits & 255 : ((bits & 255) >> 7) * 255;
  }
  return data;
}
