import type { Size } from "../placing/fit.ts";

/** A canvas of a thread of its own or of the page: an OffscreenCanvas or, where there is none, an element. */
export function newCanvas({ width, height }: Size): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas === "function") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}
