/** `<app-confusion-matrix>`: what is taken for what. Of many classes a part, and all of them as a picture to choose it by. */

import { css, html, nothing } from "lit";
import type { Figures } from "../../evaluation/index.ts";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { tableStyles } from "../look/table.css.ts";
import { cellsOf, type MatrixPart, mostMixedUp, searched, windowAt } from "./matrix-part.ts";
import { CellEvent, type PartEvent } from "./set-events.ts";

/** So many are shown without a choice. */
const FEW = 20;

const SIZES = [12, 24, 48] as const;

/** Says {@link CellEvent}. */
export class ConfusionMatrix extends AppElement {
  static override properties = {
    figures: { attribute: false },
    query: { state: true },
    size: { state: true },
    at: { state: true },
  };

  static override styles = [
    AppElement.styles,
    formStyles,
    tableStyles,
    css`
      .tools input {
        max-width: 260px;
      }
      .tools select {
        width: auto;
      }
      .both {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: 16px;
        margin-top: 8px;
      }
      .scroll {
        max-width: 100%;
        max-height: 70vh;
      }
      .matrix th,
      .matrix td {
        padding: 0;
        border: 1px solid var(--_line);
      }
      .matrix thead th {
        height: 132px;
        vertical-align: bottom;
      }
      .matrix thead span {
        display: block;
        max-height: 124px;
        margin: 4px auto;
        overflow: hidden;
        font-size: var(--_small);
        font-weight: 400;
        text-overflow: ellipsis;
        white-space: nowrap;
        writing-mode: vertical-rl;
        rotate: 180deg;
      }
      .matrix tbody th {
        position: sticky;
        left: 0;
        max-width: 180px;
        padding: 0 8px;
        overflow: hidden;
        background: var(--_table);
        font-size: var(--_small);
        text-align: start;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .matrix td {
        min-width: 28px;
        height: 28px;
        background: color-mix(in srgb, var(--hue, transparent) var(--part, 0%), var(--_table));
      }
      .matrix td button {
        width: 100%;
        min-height: 28px;
        padding: 0 4px;
        border: 0;
        border-radius: 0;
        background: none;
        font-size: var(--_small);
      }
      .right {
        --hue: var(--_accent);
      }
      .wrong {
        --hue: var(--_bad);
      }
    `,
  ];

  declare figures: Figures;
  declare query: string;
  declare size: number;
  /** Where the part lies among all classes by name; `undefined` shows the worst, or those that are searched. */
  declare at: { row: number; column: number } | undefined;

  constructor() {
    super();
    this.query = "";
    this.size = SIZES[0];
  }

  protected override render() {
    const { words, figures, size } = this;
    const all = figures.classes.length;
    const part = this.#part();
    return html`
      <div class="tools">
        <h2>${words.evalConfusion}</h2>
        ${
          all > FEW
            ? html`<input type="search" autocomplete="off" placeholder=${words.evalSearch} aria-label=${words.evalSearchMatrix}
                .value=${this.query} @input=${(event: Event) => {
                  this.query = (event.target as HTMLInputElement).value;
                  this.at = undefined;
                }} />
              <select aria-label=${words.evalSize} @change=${(event: Event) => {
                this.size = Number((event.target as HTMLSelectElement).value);
              }}>${SIZES.map((one) => html`<option value=${one} ?selected=${one === size}>${one}</option>`)}</select>
              ${
                this.at
                  ? html`<button @click=${() => {
                      this.at = undefined;
                    }}>${words.evalMatrixBack}</button>`
                  : nothing
              }`
            : nothing
        }
      </div>
      <p class="quiet small">${words.evalMatrixNote} ${all > FEW ? this.#note(part.rows.length, all) : nothing}</p>
      <div class="both">
        ${part.rows.length === 0 ? html`<p>${words.evalNoMatch}</p>` : this.#matrix(part)}
        ${
          all > part.rows.length && all > FEW
            ? html`<app-confusion-overview .figures=${figures} @part=${({ at }: PartEvent) => {
                this.at = at;
              }} @cell=${({ truth, predicted }: CellEvent) => this.dispatchEvent(new CellEvent(truth, predicted))}></app-confusion-overview>`
            : nothing
        }
      </div>
    `;
  }

  #part(): MatrixPart {
    const { figures, at, size } = this;
    const query = this.query.trim().toLowerCase();
    const all = figures.classes.length;
    if (all <= FEW) return mostMixedUp(figures, FEW);
    if (at) return windowAt(figures, at, Math.min(size, all));
    return query === "" ? mostMixedUp(figures, size) : searched(figures, query, size);
  }

  #note(shown: number, all: number): string {
    const isWorst = !this.at && this.query.trim() === "";
    return isWorst ? this.words.evalMatrixWorst(shown, all) : this.words.evalMatrixPart(shown, all);
  }

  #matrix({ rows, columns }: MatrixPart) {
    const { figures } = this;
    const cells = cellsOf(figures);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.words.evalConfusion}>
      <table class="matrix">
        <thead><tr><td></td>${columns.map((i) => html`<th scope="col" title=${this.#name(i)}><span>${this.#name(i)}</span></th>`)}</tr></thead>
        <tbody>${rows.map(
          (row) => html`<tr><th scope="row" title=${this.#name(row)}>${this.#name(row)}</th>
            ${columns.map((column) => this.#cell(row, column, cells.get(`${row},${column}`) ?? 0))}</tr>`,
        )}</tbody>
      </table></div>`;
  }

  #cell(truth: number, predicted: number, photos: number) {
    if (photos === 0) return html`<td></td>`;
    const [shown, said] = [this.#name(truth), this.#name(predicted)];
    const part = 15 + 65 * (photos / this.figures.classes[truth]!.photos);
    return html`<td class=${truth === predicted ? "right" : "wrong"} .style=${`--part: ${part}%`}>
      <button aria-label=${this.words.evalCell(shown, said, photos)} title=${this.words.evalCell(shown, said, photos)}
        @click=${() => this.dispatchEvent(new CellEvent(shown, predicted < 0 ? undefined : said))}>${photos}</button></td>`;
  }

  #name(i: number): string {
    return this.figures.classes[i]?.name ?? this.words.evalNoAnswer;
  }
}
