/** Pixels that are no 8-bit RGB to such, as libtiff and MindSpore's Decode reckon. */

import { CHANNELS } from "./raw-rgb.ts";

/**
 * Inks to light, without a colour profile.
 * @param all the value that stands for all of an ink
 */
export function fromCmyk(cmyk: Uint8Array, all: 0 | 255): Uint8Array {
  const lightOf = (ink: number) => Math.abs(all - ink);
  return each(cmyk, 4, (at, channel) =>
    Math.floor((lightOf(cmyk[at + channel]!) * lightOf(cmyk[at + 3]!)) / 255),
  );
}

/** uint16, as bytes, to uint8, rounded. */
export function fromSixteenBits({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  const values = new Uint16Array(buffer, byteOffset, byteLength / 2);
  return Uint8Array.from(values, (value) => Math.floor((value + 128) / 257));
}

/** Laid on black. */
export function onBlack(rgba: Uint8Array): Uint8Array {
  return each(rgba, 4, (at, channel) => Math.floor((rgba[at + channel]! * rgba[at + 3]! + 127) / 255));
}

/** RGB of pixels with more channels. */
function each(
  pixels: Uint8Array,
  channels: number,
  reckon: (at: number, channel: number) => number,
): Uint8Array {
  const count = pixels.length / channels;
  const rgb = new Uint8Array(count * CHANNELS);
  for (let i = 0, to = 0; i < count; i++) {
    for (let channel = 0; channel < CHANNELS; channel++) rgb[to++] = reckon(i * channels, channel);
  }
  return rgb;
}
