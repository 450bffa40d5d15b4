/** `<app-tensor-picture>`: a plane as a heat map, or a tensor as the picture it is; its scale is stated below. */

import { css, html } from "lit";
import type { Tensor } from "../../client/index.ts";
import { AppElement } from "../look/app-element.ts";
import { paintHeat, paintPicture } from "./paint.ts";
import type { PictureLayout } from "./picture-layout.ts";
import type { Plane } from "./plane.ts";
import { type Statistics, scaleEnds } from "./statistics.ts";

export class TensorPicture extends AppElement {
  static override properties = {
    tensor: { attribute: false },
    plane: { attribute: false },
    layout: { attribute: false },
    which: { type: Number },
    statistics: { attribute: false },
    label: { attribute: false },
  };
  static override styles = [
    AppElement.styles,
    css`
      canvas {
        display: block;
        max-width: 100%;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        image-rendering: pixelated;
      }
      .scale {
        width: 160px;
        height: 10px;
        border-radius: 5px;
        background: linear-gradient(90deg, rgb(68 1 84), rgb(59 82 139), rgb(33 145 140), rgb(94 201 98), rgb(253 231 37));
      }
      figcaption {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        margin-top: 6px;
        color: var(--_ink-quiet);
        font-size: var(--_small);
      }
    `,
  ];

  declare tensor: Tensor;
  /** For a heat map. */
  declare plane: Plane | undefined;
  /** For a picture. */
  declare layout: PictureLayout | undefined;
  declare which: number;
  declare statistics: Statistics;
  declare label: string;

  /** Values at the two ends of the scale. */
  #range: readonly [number, number] = [0, 0];

  protected override willUpdate(): void {
    const { tensor, layout, statistics } = this;
    this.#range = layout ? [layout.black, layout.white] : scaleEnds(tensor, statistics);
  }

  protected override render() {
    const { words, layout } = this;
    const [low, high] = this.#range.map((value) => String(Number(value.toPrecision(5))));
    return html`<figure>
      <canvas role="img" aria-label=${this.label}></canvas>
      <figcaption class="mono">
        ${
          layout
            ? html`<span>${layout.layout} ${layout.width}×${layout.height}</span><span>${words.pictureScale(low!, high!)}</span>`
            : html`<span>${low}</span><span class="scale"></span><span>${high}</span>`
        }
      </figcaption>
    </figure>`;
  }

  protected override updated(): void {
    const { tensor, plane, layout } = this;
    const image = layout
      ? paintPicture(tensor, layout, this.which)
      : paintHeat(tensor, plane!, ...this.#range);
    const canvas = this.renderRoot.querySelector("canvas")!;
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext("2d")!.putImageData(image, 0, 0);
    // Small ones are enlarged to be seen, by whole steps, so that every element is a square.
    const zoom = Math.max(1, Math.floor(Math.min(480 / image.width, 320 / image.height, 32)));
    canvas.style.width = `${image.width * zoom}px`;
  }
}
