/** `<app-class-table>`: precision and recall of each class, sorted and searched. */

import { css, html, nothing } from "lit";
import type { Figures } from "../../evaluation/index.ts";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { tableStyles } from "../look/table.css.ts";
import { shareText } from "./share-text.ts";

type Row = Figures["classes"][number];
type Column = "name" | "photos" | "recall" | "precision";

const PAGE = 25;

export class ClassTable extends AppElement {
  static override properties = {
    figures: { attribute: false },
    query: { state: true },
    column: { state: true },
    isDown: { state: true },
    most: { state: true },
  };

  static override styles = [
    AppElement.styles,
    formStyles,
    tableStyles,
    css`
    th button {
      padding: 0 4px;
      font-weight: 600;
    }
    input {
      max-width: 320px;
    }
  `,
  ];

  declare figures: Figures;
  declare query: string;
  declare column: Column;
  declare isDown: boolean;
  declare most: number;

  constructor() {
    super();
    this.query = "";
    this.column = "recall";
    this.isDown = false;
    this.most = PAGE;
  }

  protected override render() {
    const { words } = this;
    const rows = this.#rows();
    return html`
      <div class="tools">
        <h2>${words.evalClasses}</h2>
        <input type="search" autocomplete="off" placeholder=${words.evalSearch} aria-label=${words.evalSearchClasses}
          .value=${this.query} @input=${(event: Event) => {
            this.query = (event.target as HTMLInputElement).value;
            this.most = PAGE;
          }} />
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.evalClasses}>
        <table>
          <thead><tr>
            ${this.#head("name", words.evalClass)} ${this.#head("photos", words.evalPhotos)}
            ${this.#head("recall", words.evalRecall)} ${this.#head("precision", words.evalPrecision)}
          </tr></thead>
          <tbody>${rows.slice(0, this.most).map((row) => this.#row(row))}</tbody>
        </table>
      </div>
      <p class="quiet small">${rows.length === 0 ? words.evalNoMatch : nothing}</p>
      ${
        rows.length > this.most
          ? html`<button @click=${() => {
              this.most += 4 * PAGE;
            }}>${words.evalMore(rows.length - this.most)}</button>`
          : nothing
      }
    `;
  }

  #row({ name, photos, recall, precision }: Row) {
    return html`<tr><th scope="row">${name}</th><td>${photos}</td>
      <td>${shareText(recall, this.language)}</td><td>${shareText(precision, this.language)}</td></tr>`;
  }

  #head(column: Column, word: string) {
    const isSorted = this.column === column;
    const sort = isSorted ? (this.isDown ? "descending" : "ascending") : nothing;
    return html`<th scope="col" aria-sort=${sort}><button class="bare" @click=${() => {
      this.isDown = isSorted ? !this.isDown : column === "photos";
      this.column = column;
    }}>${word}${isSorted ? (this.isDown ? " ↓" : " ↑") : ""}</button></th>`;
  }

  /** A share that is not known comes last either way. */
  #rows(): Row[] {
    const { column, isDown } = this;
    const query = this.query.trim().toLowerCase();
    const sign = isDown ? -1 : 1;
    const value = (row: Row) => row[column];
    const compare = (a: Row, b: Row) => {
      const [one, other] = [value(a), value(b)];
      if (one === undefined || other === undefined)
        return Number(one === undefined) - Number(other === undefined);
      return sign * (typeof one === "string" ? one.localeCompare(other as string) : one - (other as number));
    };
    return this.figures.classes.filter(({ name }) => name.toLowerCase().includes(query)).sort(compare);
  }
}
