/** `<app-tensor-table>`: a plane of a tensor as a table, of which only the cells in sight exist. */

import { css, html } from "lit";
import type { Tensor } from "../../client/index.ts";
import { AppElement } from "../look/app-element.ts";
import { elementText, type Plane } from "./plane.ts";

const ROW_HEIGHT = 26;
const INDEX_WIDTH = 64;
const MAX_HEIGHT = 320;
/** Rows and columns beyond the edge that are there already when somebody scrolls. */
const SPARE = 4;
const CHAR_WIDTH = 8.2;
/** Browsers lay out nothing larger. */
const MAX_PIXELS = 15_000_000;

export class TensorTable extends AppElement {
  static override properties = {
    tensor: { attribute: false },
    plane: { attribute: false },
    label: { attribute: false },
    view: { state: true },
  };
  static override styles = [
    AppElement.styles,
    css`
      .scroller {
        position: relative;
        overflow: auto;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        background: var(--_field);
        font-family: var(--_mono);
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        contain: strict;
      }
      .row,
      .columns {
        position: absolute;
        display: flex;
        height: 26px;
        line-height: 26px;
        white-space: nowrap;
      }
      .columns {
        z-index: 1;
        border-bottom: 1px solid var(--_line);
        background: var(--_table);
      }
      .row:hover {
        background: var(--_table);
      }
      .index {
        position: absolute;
        width: 64px;
        padding-inline: 8px;
        color: var(--_ink-quiet);
        text-align: end;
      }
      .cell {
        flex: none;
        padding-inline: 8px;
        text-align: end;
      }
      .columns .cell {
        color: var(--_ink-quiet);
      }
    `,
  ];

  declare tensor: Tensor;
  declare plane: Plane;
  declare label: string;
  /** What is in sight, in pixels. */
  declare view: { top: number; left: number; width: number; height: number };

  constructor() {
    super();
    this.view = { top: 0, left: 0, width: 1200, height: MAX_HEIGHT };
  }

  protected override render() {
    const { plane, view } = this;
    const width = this.#cellWidth();
    const height = Math.min(MAX_HEIGHT, (plane.rows + 1) * ROW_HEIGHT + 18);
    const across = along(INDEX_WIDTH + plane.columns * width, view.left, view.width);
    const down = along((plane.rows + 1) * ROW_HEIGHT, view.top, view.height);
    const rows = range(down.at / ROW_HEIGHT, MAX_HEIGHT / ROW_HEIGHT, plane.rows);
    const columns = range(across.at / width, view.width / width, plane.columns);
    const left = INDEX_WIDTH + (columns[0] ?? 0) * width + across.shift;
    const whole = `width: ${across.laid}px; height: ${down.laid}px`;
    return html`<div class="scroller" tabindex="0" role="table" aria-label=${this.label}
      aria-rowcount=${plane.rows + 1} aria-colcount=${plane.columns + 1} .style=${`height: ${height}px`} @scroll=${this.#scrolled}>
      <div role="presentation" .style=${whole}></div>
      <div class="columns" role="row" aria-rowindex="1" .style=${`top: ${view.top}px; left: ${left}px`}>
        ${columns.map((column) => html`<span class="cell" role="columnheader" aria-colindex=${column + 2} .style=${`width: ${width}px`}>${column}</span>`)}
      </div>
      ${rows.map(
        (
          row,
        ) => html`<div class="row" role="row" aria-rowindex=${row + 2} .style=${`top: ${(row + 1) * ROW_HEIGHT + down.shift}px; left: 0`}>
          <span class="index" role="rowheader" .style=${`left: ${view.left}px`}>${row}</span>
          <span role="presentation" .style=${`flex: none; width: ${left}px`}></span>
          ${columns.map(
            (column) =>
              html`<span class="cell" role="cell" aria-colindex=${column + 2} .style=${`width: ${width}px`}>${elementText(this.tensor, plane.offset + row * plane.columns + column)}</span>`,
          )}
        </div>`,
      )}
    </div>`;
  }

  /** Wide enough for the longest of the first elements. */
  #cellWidth(): number {
    const { tensor, plane } = this;
    const sample = Math.min(200, plane.rows * plane.columns);
    let longest = String(plane.columns - 1).length;
    for (let i = 0; i < sample; i++)
      longest = Math.max(longest, elementText(tensor, plane.offset + i).length);
    return Math.min(200, Math.max(48, Math.ceil((longest + 1) * CHAR_WIDTH + 16)));
  }

  #scrolled(event: Event) {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = event.currentTarget as HTMLElement;
    this.view = { top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight };
  }
}

/**
 * Where one is along a side of the table. One that is longer than what is laid out passes the faster, so that its end
 * is reached with the end of the scroll bar.
 * @returns pixels that are laid out, the place in the whole, and how far what stands there is moved to be in sight
 */
function along(whole: number, scrolled: number, seen: number): { laid: number; at: number; shift: number } {
  const laid = Math.min(MAX_PIXELS, whole);
  const at = laid < whole ? (scrolled * (whole - seen)) / (laid - seen) : scrolled;
  return { laid, at, shift: scrolled - at };
}

/** Indexes in sight with a few to spare. */
function range(first: number, count: number, all: number): number[] {
  const from = Math.max(0, Math.floor(first) - SPARE);
  const to = Math.min(all, Math.ceil(first + count) + SPARE);
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
