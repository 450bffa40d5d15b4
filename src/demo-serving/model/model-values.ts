/** Pixels as the numbers that the model takes: float32 RGB in [0, 1], rows of pixels with their channels side by side. */

export const CHANNELS = 3;

/** As the real servable has it: a product of float32, which is not quite the quotient. */
const UNIT = Math.fround(1 / 255);

/** uint8 to [0, 1]. */
export function toUnit(pixels: Uint8Array): Float32Array {
  return Float32Array.from(pixels, (value) => value * UNIT);
}

/** Of three planes, one a channel, as a MindSpore model has them. */
export function channelsLast(planes: Float32Array): Float32Array {
  const count = planes.length / CHANNELS;
  return planes.map((_, i) => planes[(i % CHANNELS) * count + Math.floor(i / CHANNELS)]!);
}
