/** All classes of a confusion matrix as a picture: a dot is darker the more photos of its classes are mistaken. */

import type { Figures } from "../../evaluation/index.ts";
import { byName } from "./matrix-part.ts";

/** In the canvas' own colour; what is right is faint. */
export function paintConfusion(canvas: HTMLCanvasElement, figures: Figures): void {
  const context = canvas.getContext("2d")!;
  const side = canvas.width;
  const places = new Int32Array(figures.classes.length);
  for (const [place, i] of byName(figures).entries()) places[i] = Math.floor((place / places.length) * side);
  const dots = new Float64Array(side * side);
  let most = 0;
  for (const { truth, predicted, photos } of figures.confusion) {
    if (predicted < 0 || truth === predicted) continue;
    const dot = places[truth]! * side + places[predicted]!;
    dots[dot]! += photos;
    most = Math.max(most, dots[dot]!);
  }
  // A class that is less than a dot wide would not be seen, one that is wider is a square.
  const width = Math.max(2, Math.ceil(side / places.length));
  context.clearRect(0, 0, side, side);
  context.fillStyle = getComputedStyle(canvas).color;
  context.globalAlpha = 0.12;
  for (const place of places) context.fillRect(place, place, width, width);
  for (const [dot, photos] of dots.entries()) {
    if (photos === 0) continue;
    context.globalAlpha = 0.35 + 0.65 * Math.sqrt(photos / most);
    context.fillRect(dot % side, Math.floor(dot / side), width, width);
  }
}
