/** Elements to pixels, for the picture and for the heat map. */

import type { Tensor } from "../../client/index.ts";
import type { PictureLayout } from "./picture-layout.ts";
import type { Plane } from "./plane.ts";

/** Larger sides are thinned out: no screen shows more. */
const MAX_SIDE = 2048;

/** Five colours of viridis, dark to light: it reads the same for all eyes and in grey. */
const COLOURS = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
] as const;

/** Every `step`th element of each side is shown. */
function thinning(rows: number, columns: number): number {
  return Math.max(1, Math.ceil(Math.max(rows, columns) / MAX_SIDE));
}

/** @param min finite value of the darkest colour, which those below it have too; nan is left clear */
export function paintHeat({ data }: Tensor, plane: Plane, min: number, max: number): ImageData {
  const step = thinning(plane.rows, plane.columns);
  const image = new ImageData(Math.ceil(plane.columns / step), Math.ceil(plane.rows / step));
  const span = max - min || 1;
  let to = 0;
  for (let row = 0; row < plane.rows; row += step) {
    for (let column = 0; column < plane.columns; column += step) {
      const value = Number(data[plane.offset + row * plane.columns + column]);
      if (!Number.isNaN(value)) image.data.set(colourAt((value - min) / span), to);
      to += 4;
    }
  }
  return image;
}

/** @param part 0 to 1 */
export function colourAt(part: number): [number, number, number, number] {
  const at = Math.min(1, Math.max(0, part)) * (COLOURS.length - 1);
  const low = Math.min(Math.floor(at), COLOURS.length - 2);
  const mix = (k: 0 | 1 | 2) => COLOURS[low]![k] + (COLOURS[low + 1]![k] - COLOURS[low]![k]) * (at - low);
  return [mix(0), mix(1), mix(2), 255];
}

/** @param which of the pictures in the tensor */
export function paintPicture({ data }: Tensor, layout: PictureLayout, which: number): ImageData {
  const { height, width, channels, black, white } = layout;
  const step = thinning(height, width);
  const image = new ImageData(Math.ceil(width / step), Math.ceil(height / step));
  const start = which * height * width * channels;
  const [pixelStride, channelStride] = layout.layout === "CHW" ? [1, height * width] : [channels, 1];
  const light = 255 / (white - black || 1);
  let to = 0;
  for (let row = 0; row < height; row += step) {
    for (let column = 0; column < width; column += step) {
      const from = start + (row * width + column) * pixelStride;
      for (let k = 0; k < 4; k++) {
        const channel = channels === 1 && k < 3 ? 0 : k;
        const value =
          channel < channels ? (Number(data[from + channel * channelStride]) - black) * light : 255;
        image.data[to++] = value;
      }
    }
  }
  return image;
}
