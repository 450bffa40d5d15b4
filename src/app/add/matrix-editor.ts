/** `<app-matrix-editor>`: one input as a table: its name, dtype, shape, cells, and what is wrong with one of them. */

import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { DType } from "../../client/index.ts";
import { type CellFault, cellFaultText, DTYPE_NAMES, readCell, readShape } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { isCut, MAX_SIDE, type Matrix, pasted, readBlock, resized, rowCount } from "./matrix.ts";

/** Says "edit" with the new matrix as its detail, and "run" for Enter in the last row. */
export class MatrixEditor extends AppElement {
  static override properties = { name: {}, matrix: { attribute: false } };

  static override styles = [
    AppElement.styles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 8px;
        margin-bottom: 6px;
      }
      select,
      input {
        min-height: 32px;
        border: 1px solid transparent;
        border-radius: var(--_corner);
        background: none;
        color: var(--_ink);
        font: inherit;
        font-family: var(--_mono);
        font-size: 14px;
        font-variant-numeric: tabular-nums;
      }
      select {
        padding: 0 2px;
        color: var(--_ink-quiet);
        font-size: var(--_small);
        cursor: pointer;
      }
      select:hover {
        color: var(--_ink);
      }
      option {
        background: var(--_field);
        color: var(--_ink);
      }
      .shape {
        flex: none;
        width: 7ch;
        padding: 0 2px;
        border-color: transparent;
        background: none;
        color: var(--_ink-quiet);
        font-size: var(--_small);
        text-align: start;
      }
      .bracket {
        position: relative;
        padding: 4px 8px;
      }
      /* A wide one scrolls between its brackets. */
      .cells {
        display: grid;
        gap: 4px;
        max-height: 300px;
        overflow: auto;
        scrollbar-width: thin;
      }
      /* The brackets of a matrix. */
      .bracket::before,
      .bracket::after {
        content: "";
        position: absolute;
        inset-block: 0;
        width: 6px;
        border: 1.5px solid var(--_line-strong);
      }
      .bracket::before {
        left: 0;
        border-right: 0;
      }
      .bracket::after {
        right: 0;
        border-left: 0;
      }
      input {
        min-width: 0;
      }
      .cells input {
        width: 100%;
        padding: 0 8px;
        border-color: var(--_line-strong);
        background: var(--_field);
        text-align: end;
      }
      .cells input:focus {
        outline-offset: -2px;
      }
      .shape:hover,
      .shape:focus {
        border-color: var(--_line-strong);
        color: var(--_ink);
      }
      input[aria-invalid="true"] {
        border-color: var(--_bad);
        background: var(--_bad-quiet);
      }
      .fault {
        min-height: 2.6em;
        margin-top: 4px;
        color: var(--_bad);
        font-size: var(--_small);
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
          min-height: var(--_control);
          font-size: 16px;
        }
      }
    `,
  ];

  declare name: string;
  declare matrix: Matrix;

  /** What a paste left, of which a part was cut off. */
  #cut: Matrix | undefined;

  protected override render() {
    const { name, words } = this;
    const { matrix } = this;
    const { dtype, columns, cells } = matrix;
    const rowOf = (index: number) => Math.floor(index / columns) + 1;
    const columnOf = (index: number) => (index % columns) + 1;
    const minWidth = columns > 2 ? 64 : 0;
    const read = cells.map((text) => readCell(text, dtype));
    const faulty = read.findIndex((cell) => "fault" in cell);
    return html`<fieldset aria-label=${name}>
      <div class="head">
        <strong class="mono">${name}</strong>
        <select aria-label=${words.dtypeOf(name)} @change=${this.#chooseDtype} .value=${dtype}>
          ${DTYPE_NAMES.map((option) => html`<option ?selected=${option === dtype}>${option}</option>`)}
        </select>
        <input class="shape" aria-label=${words.shapeOf(name)} autocomplete="off" spellcheck="false"
          .value=${live(`${rowCount(matrix)}×${columns}`)} @change=${this.#resize} @keydown=${this.#takeByEnter} />
      </div>
      <div class="bracket"><div class="cells" .style=${`grid-template-columns: repeat(${columns}, minmax(${minWidth}px, 1fr))`}
        @keydown=${this.#move} @paste=${this.#paste}>
        ${cells.map(
          (
            text,
            i,
          ) => html`<input inputmode=${dtype.startsWith("float") ? "decimal" : "text"} autocomplete="off"
            spellcheck="false" aria-label=${words.cell(name, rowOf(i), columnOf(i))} .value=${text}
            aria-invalid=${"fault" in read[i]! ? "true" : "false"} aria-describedby=${i === faulty ? "fault" : nothing}
            @input=${(event: Event) => this.#write(i, (event.target as HTMLInputElement).value)} />`,
        )}
      </div></div>
      <p class="fault" id="fault" aria-live="polite">${matrix === this.#cut ? html`${words.pasteCut(MAX_SIDE)} ` : nothing}${
        faulty < 0 ? nothing : cellFaultText(read[faulty] as CellFault, dtype, words)
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

  /** Arrows go from cell to cell, sideways from a text's end; Enter goes down, and from the last row it runs. */
  #move(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const inputs = this.#inputs();
    const input = event.target as HTMLInputElement;
    const index = inputs.indexOf(input);
    const { columns } = this.matrix;
    const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const atStart = all || input.selectionEnd === 0;
    const atEnd = all || input.selectionStart === input.value.length;
    const steps: Record<string, number> = {
      ArrowUp: -columns,
      ArrowDown: columns,
      Enter: columns,
      ArrowLeft: atStart && index % columns > 0 ? -1 : 0,
      ArrowRight: atEnd && index % columns < columns - 1 ? 1 : 0,
    };
    const next = inputs[index + (steps[event.key] ?? 0)];
    if (!next && event.key === "Enter")
      this.dispatchEvent(new CustomEvent("run", { bubbles: true, composed: true }));
    if (!next || next === input) return;
    event.preventDefault();
    next.focus();
    next.select();
  }

  #paste(event: ClipboardEvent) {
    const block = readBlock(event.clipboardData?.getData("text/plain") ?? "");
    if (!block) return;
    event.preventDefault();
    const index = this.#inputs().indexOf(event.target as HTMLInputElement);
    const matrix = pasted(this.matrix, index, block);
    if (isCut(this.matrix, index, block)) this.#cut = matrix;
    this.#edit(matrix);
  }

  /** Takes `3×2` or `3, 2`; what is no such shape leaves the matrix as it is. */
  #resize(event: Event) {
    const shape = readShape((event.target as HTMLInputElement).value);
    const [rows = 0, columns = 0] = Array.isArray(shape) && shape.length === 2 ? shape : [];
    const fits = [rows, columns].every((side) => side >= 1 && side <= MAX_SIDE);
    if (fits) this.#edit(resized(this.matrix, rows, columns));
    else this.requestUpdate();
  }

  #takeByEnter(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.#resize(event);
  }

  #inputs(): HTMLInputElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLInputElement>(".cells input")];
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
