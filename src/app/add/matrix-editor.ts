/** `<app-matrix-editor>`: one input as a table: its name, dtype, shape, cells, and what is wrong with one of them. */

import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { DType } from "../../client/index.ts";
import { cellFaultText, DTYPE_NAMES, readCell, readShape, tensorFaultText } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent } from "../look/events.ts";
import {
  type BlockFault,
  isCut,
  MAX_SIDE,
  type Matrix,
  pasted,
  readBlock,
  resized,
  rowCount,
} from "./matrix.ts";
import { matrixEditorStyles } from "./matrix-editor.css.ts";

/** The request is to be sent: Enter was pressed in the last row. */
class RunEvent extends Event {
  static readonly type = "run";

  constructor() {
    super(RunEvent.type, { bubbles: true, composed: true });
  }
}

/** Says {@link EditEvent} with the new matrix, and {@link RunEvent}. */
export class MatrixEditor extends AppElement {
  static override properties = { name: {}, matrix: { attribute: false } };

  static override styles = [AppElement.styles, matrixEditorStyles];

  declare name: string;
  declare matrix: Matrix;

  /** What a paste left, with a part of it cut off or all of it refused: told until the next edit. */
  #paste: { matrix: Matrix; fault: BlockFault | undefined } | undefined;

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
          ${DTYPE_NAMES.map((option) => html`<option value=${option} ?selected=${option === dtype}>${option}</option>`)}
        </select>
        <input class="shape" aria-label=${words.shapeOf(name)} autocomplete="off" spellcheck="false"
          .value=${live(`${rowCount(matrix)}×${columns}`)} @change=${this.#resize} @keydown=${this.#takeByEnter} />
      </div>
      <div class="bracket"><div class="cells" .style=${`grid-template-columns: repeat(${columns}, minmax(${minWidth}px, 1fr))`}
        @keydown=${this.#move} @paste=${this.#takePaste}>
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
      <p class="fault" id="fault" aria-live="polite">${this.#faultText(read[faulty])}</p>
    </fieldset>`;
  }

  #faultText(faulty: ReturnType<typeof readCell> | undefined): string {
    const { words, matrix } = this;
    const cell = faulty && "fault" in faulty ? cellFaultText(faulty, matrix.dtype, words) : "";
    return matrix === this.#paste?.matrix ? `${this.#pasteText(this.#paste.fault)} ${cell}`.trim() : cell;
  }

  /** Why nothing was pasted; without a fault a part was cut off. */
  #pasteText(fault: BlockFault | undefined): string {
    const { words, matrix } = this;
    if (!fault) return words.pasteCut(MAX_SIDE);
    return words.pasteRefused(
      fault.fault === "rank" ? words.pasteRank(fault.shape) : tensorFaultText(fault, matrix.dtype, words),
    );
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
    if (!next && event.key === "Enter") this.dispatchEvent(new RunEvent());
    if (!next || next === input) return;
    event.preventDefault();
    next.focus();
    next.select();
  }

  #takePaste(event: ClipboardEvent) {
    const read = readBlock(event.clipboardData?.getData("text/plain") ?? "", this.matrix.dtype);
    if (!read) return;
    event.preventDefault();
    if ("fault" in read) {
      this.#paste = { matrix: this.matrix, fault: read };
      this.requestUpdate();
      return;
    }
    const index = this.#inputs().indexOf(event.target as HTMLInputElement);
    const matrix = pasted(this.matrix, index, read.block);
    if (isCut(this.matrix, index, read.block)) this.#paste = { matrix, fault: undefined };
    this.#edit(matrix);
  }

  /** Takes `3×2` or `3, 2`; anything else leaves the matrix as it is. */
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

  #edit(matrix: Matrix) {
    this.dispatchEvent(new EditEvent(matrix));
  }
}
