/** `<app-confusion-overview>`: all classes as a picture, with a cursor that pointers and keys move from cell to cell. */

import { css, html, nothing } from "lit";
import type { Figures } from "../../evaluation/index.ts";
import { AppElement } from "../look/app-element.ts";
import { type Cell, type Cells, cellsByName, moved, photosAt, pointed } from "./cell-cursor.ts";
import { paintConfusion } from "./confusion-picture.ts";
import { CellEvent, PartEvent } from "./set-events.ts";

const SIDE = 240;

/** How far beside a mistake, in pixels, a mouse and a finger still mean it. */
const REACH = { mouse: 5, finger: 16 };

/** Says {@link PartEvent} and {@link CellEvent}. */
export class ConfusionOverview extends AppElement {
  static override properties = { figures: { attribute: false }, cursor: { state: true } };

  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: block;
        width: ${SIDE}px;
        font-size: var(--_small);
        overflow-wrap: anywhere;
      }
      .frame {
        position: relative;
        height: ${SIDE}px;
        border-radius: var(--_corner);
        overflow: clip;
        overflow-clip-margin: 6px;
        cursor: crosshair;
        touch-action: none;
      }
      canvas {
        width: 100%;
        height: 100%;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        color: var(--_bad);
        image-rendering: pixelated;
      }
      .cursor {
        position: absolute;
        border: 2px solid var(--_ink);
        border-radius: 3px;
        translate: -50% -50%;
        pointer-events: none;
      }
      .told {
        min-height: 3em;
        margin-top: 6px;
      }
      button {
        margin-bottom: 6px;
      }
    `,
  ];

  declare figures: Figures;
  /** Names of the two classes: their places change while photos come. */
  declare cursor: { truth: string; predicted: string } | undefined;
  #cells: Cells = { classes: [], filled: [] };

  protected override willUpdate(): void {
    this.#cells = cellsByName(this.figures);
  }

  protected override render() {
    const { words, figures, cursor } = this;
    const at = this.#at();
    const photos = at ? photosAt(this.#cells, at) : 0;
    return html`
      <div class="frame" role="application" tabindex="0" aria-label=${words.evalOverview(figures.classes.length)} aria-describedby="keys"
        @keydown=${this.#key} @pointerdown=${this.#press} @pointermove=${this.#drag} @pointerup=${this.#showPart}>
        <canvas width=${SIDE} height=${SIDE}></canvas>
        ${at ? html`<span class="cursor" .style=${this.#style(at)}></span>` : nothing}
      </div>
      <p class="told" role="status">${cursor && at ? words.evalCell(cursor.truth, cursor.predicted, photos) : nothing}</p>
      <button aria-disabled=${String(photos === 0)} @click=${this.#open}>${words.evalShowCell}</button>
      <p class="quiet" id="keys">${words.evalOverviewKeys}</p>
    `;
  }

  protected override updated(): void {
    paintConfusion(this.renderRoot.querySelector("canvas")!, this.figures);
  }

  /** Where the cursor is now; `undefined` where there is none. */
  #at(): Cell | undefined {
    const { cursor } = this;
    if (!cursor) return undefined;
    const placeOf = (name: string) =>
      this.#cells.classes.findIndex((i) => this.figures.classes[i]!.name === name);
    const at = { row: placeOf(cursor.truth), column: placeOf(cursor.predicted) };
    return at.row < 0 || at.column < 0 ? undefined : at;
  }

  #move({ row, column }: Cell) {
    const nameAt = (place: number) => this.figures.classes[this.#cells.classes[place]!]!.name;
    this.cursor = { truth: nameAt(row), predicted: nameAt(column) };
  }

  #key(event: KeyboardEvent) {
    const at = this.#at();
    if (event.key === "Enter" || event.key === " ") {
      this.#showPart();
      this.#open();
    } else {
      // The first key puts the cursor where most mistakes are.
      const [worst] = this.#cells.filled.filter(({ row, column }) => row !== column);
      const next = moved(this.#cells, at ?? worst ?? { row: 0, column: 0 }, event.key, event.shiftKey);
      if (!next) return;
      this.#move(at ? next : (worst ?? next));
    }
    event.preventDefault();
  }

  #press(event: PointerEvent) {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#point(event);
  }

  #drag(event: PointerEvent) {
    if ((event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) this.#point(event);
  }

  #point({ clientX, clientY, pointerType, currentTarget }: PointerEvent) {
    const { left, top } = (currentTarget as HTMLElement).getBoundingClientRect();
    const at = { row: (clientY - top) / SIDE, column: (clientX - left) / SIDE };
    this.#move(pointed(this.#cells, at, REACH[pointerType === "mouse" ? "mouse" : "finger"] / SIDE));
  }

  #showPart() {
    const at = this.#at();
    if (!at) return;
    const share = (place: number) => place / this.figures.classes.length;
    this.dispatchEvent(new PartEvent({ row: share(at.row), column: share(at.column) }));
  }

  #open() {
    const at = this.#at();
    if (!at || photosAt(this.#cells, at) === 0) return;
    this.dispatchEvent(new CellEvent(this.cursor!.truth, this.cursor!.predicted));
  }

  #style({ row, column }: Cell): string {
    const all = this.figures.classes.length;
    const middle = (place: number) => `${((place + 0.5) / all) * 100}%`;
    const side = `${Math.max(12, SIDE / all + 6)}px`;
    return `left: ${middle(column)}; top: ${middle(row)}; width: ${side}; height: ${side}`;
  }
}
