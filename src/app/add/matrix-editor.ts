/** `<app-matrix>`: one 2×2 input: its name, its dtype, its cells, and what is wrong with one of them. */

import { css, html, nothing } from "lit";
import type { DType } from "../../client/index.ts";
import { AppElement } from "../look/app-element.ts";
import { type CellFault, DTYPE_NAMES, readCell } from "../values/cell.ts";
import { faultText } from "../values/cell-fault.ts";
import { type Matrix, ROW_LENGTH } from "./tutorial.ts";

/** Says "edit" with the new matrix as its detail. */
export class MatrixEditor extends AppElement {
  static override properties = { name: {}, matrix: { attribute: false } };

  static override styles = [
    AppElement.styles,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-bottom: 6px;
      }
      select,
      input {
        min-height: 32px;
        border: 1px solid transparent;
        border-radius: var(--corner);
        background: none;
        color: var(--ink);
        font: inherit;
        font-family: var(--mono);
        font-size: 14px;
        font-variant-numeric: tabular-nums;
      }
      select {
        padding: 0 2px;
        color: var(--ink-quiet);
        font-size: var(--small);
        cursor: pointer;
      }
      select:hover {
        color: var(--ink);
      }
      option {
        background: var(--field);
        color: var(--ink);
      }
      .cells {
        position: relative;
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 4px;
        padding: 4px 8px;
      }
      /* The brackets of a matrix. */
      .cells::before,
      .cells::after {
        content: "";
        position: absolute;
        inset-block: 0;
        width: 6px;
        border: 1.5px solid var(--line-strong);
      }
      .cells::before {
        left: 0;
        border-right: 0;
      }
      .cells::after {
        right: 0;
        border-left: 0;
      }
      input {
        width: 100%;
        min-width: 0;
        padding: 0 8px;
        border-color: var(--line-strong);
        background: var(--field);
        text-align: end;
      }
      input:hover {
        border-color: var(--line-strong);
      }
      input[aria-invalid="true"] {
        border-color: var(--bad);
        background: var(--bad-quiet);
      }
      .fault {
        min-height: 2.6em;
        margin-top: 4px;
        color: var(--bad);
        font-size: var(--small);
        line-height: 1.3;
      }
      @media (max-width: 900px) {
        .fault {
          min-height: 1.3em;
        }
      }
      @media (pointer: coarse) {
        /* Below 16 px some phones zoom into the page. */
        input,
        select {
          min-height: var(--control);
          font-size: 16px;
        }
      }
    `,
  ];

  declare name: string;
  declare matrix: Matrix;

  protected override render() {
    const { name, words } = this;
    const { dtype, cells } = this.matrix;
    const read = cells.map((text) => readCell(text, dtype));
    const faulty = read.findIndex((cell) => "fault" in cell);
    return html`<fieldset aria-label=${name}>
      <div class="head">
        <strong class="mono">${name}</strong>
        <select aria-label=${words.dtypeOf(name)} @change=${this.#chooseDtype} .value=${dtype}>
          ${DTYPE_NAMES.map((option) => html`<option ?selected=${option === dtype}>${option}</option>`)}
        </select>
      </div>
      <div class="cells">
        ${cells.map(
          (
            text,
            i,
          ) => html`<input inputmode=${dtype.startsWith("float") ? "decimal" : "text"} autocomplete="off"
            spellcheck="false" aria-label=${words.cell(name, rowOf(i), columnOf(i))} .value=${text}
            aria-invalid=${"fault" in read[i]! ? "true" : "false"} aria-describedby=${i === faulty ? "fault" : nothing}
            @input=${(event: Event) => this.#write(i, (event.target as HTMLInputElement).value)} />`,
        )}
      </div>
      <p class="fault" id="fault" aria-live="polite">${
        faulty < 0 ? nothing : faultText(read[faulty] as CellFault, dtype, words)
      }</p>
    </fieldset>`;
  }

  /** Puts the cursor into the first faulty cell. @returns whether there is one */
  focusFault(): boolean {
    const input = this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid="true"]');
    input?.focus();
    input?.select();
    return input !== null;
  }

  #write(index: number, text: string) {
    this.#edit({ ...this.matrix, cells: this.matrix.cells.map((old, i) => (i === index ? text : old)) });
  }

  #chooseDtype(event: Event) {
    this.#edit({ ...this.matrix, dtype: (event.target as HTMLSelectElement).value as DType });
  }

  #edit(detail: Matrix) {
    this.dispatchEvent(new CustomEvent("edit", { detail }));
  }
}

const rowOf = (index: number) => Math.floor(index / ROW_LENGTH) + 1;
const columnOf = (index: number) => (index % ROW_LENGTH) + 1;
