/** Pixels as sharp gives them, in the colours that are asked for. */

import type { Sharp } from "sharp";
import { CHANNELS, type RawRgb } from "./raw-rgb.ts";

/** Channels side by side; alpha, where there is one, comes last. */
interface SharpPixels {
  data: Buffer;
  info: { width: number; height: number; channels: number };
}

/** uint8, in `rgb16` uint16. */
export function pixelsIn(picture: Sharp, space: "srgb" | "cmyk" | "rgb16"): Promise<SharpPixels> {
  const inSpace = space === "cmyk" ? picture.pipelineColourspace(space) : picture;
  return inSpace
    .toColourspace(space)
    .raw({ depth: space === "rgb16" ? "ushort" : "uchar" })
    .toBuffer({ resolveWithObject: true });
}

/**
 * @param data uint8 RGB that was made of the pixels
 * @throws Error when they had other channels than it takes
 */
export function rawRgb({ info: { width, height } }: SharpPixels, data: Uint8Array): RawRgb {
  if (data.length !== width * height * CHANNELS) throw new Error("the picture has other channels");
  return { data, width, height };
}
