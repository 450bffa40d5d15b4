/** `<app-small-photo>`: a photo's small picture, decoded while it is in sight. */

import { css, html } from "lit";
import { SMALL_SIDE, Thumbnails } from "../classify/grid/thumbnails.ts";
import { AppElement } from "../look/app-element.ts";

const thumbnails = new Thumbnails();

/** The pictures are known by number. */
const numbers = new WeakMap<File, number>();
let last = 0;

export class SmallPhoto extends AppElement {
  static override properties = { file: { attribute: false }, picture: { state: true } };

  static override styles = [
    AppElement.styles,
    css`
      div {
        display: grid;
        place-items: center;
        height: 100%;
        overflow: hidden;
        border-radius: var(--_corner);
        background: var(--_field);
      }
      canvas {
        max-width: 100%;
        max-height: 100%;
      }
    `,
  ];

  declare file: File;
  declare picture: HTMLCanvasElement | undefined;
  #gone = new AbortController();
  #shown: File | undefined;
  readonly #sight = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting) void this.#decode();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#gone = new AbortController();
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
    this.#gone.abort();
  }

  protected override willUpdate(): void {
    if (this.#shown === this.file) return;
    this.#shown = this.file;
    this.picture = undefined;
    // Told anew whether it is in sight.
    this.#sight.unobserve(this);
    this.#sight.observe(this);
  }

  protected override render() {
    return html`<div>${this.picture}</div>`;
  }

  async #decode() {
    const { file } = this;
    if (!numbers.has(file)) numbers.set(file, ++last);
    const picture = await thumbnails
      .of(numbers.get(file)!, file, SMALL_SIDE, this.#gone.signal)
      .catch(() => undefined);
    if (file === this.file) this.picture = picture && copyOf(picture);
  }
}

/** A canvas stands in one place; a photo may be a mistake and in a cell at once. */
function copyOf(picture: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement("canvas");
  copy.width = picture.width;
  copy.height = picture.height;
  copy.getContext("2d")!.drawImage(picture, 0, 0);
  return copy;
}
