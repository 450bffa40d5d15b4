/** `<app-table-tools>`: search, filter, group and sort what lies on the table, and take it along as a file. */

import { css, html } from "lit";
import { AppElement } from "../../look/app-element.ts";
import { downloadIcon } from "../../look/icons.ts";
import { GROUPINGS, ORDERS, SHOWN, type Wish } from "./arrange.ts";

export class WishEvent extends Event {
  static readonly type = "wish";
  readonly wish: Wish;

  constructor(wish: Wish) {
    super(WishEvent.type);
    this.wish = wish;
  }
}

/** Says {@link WishEvent}, and "csv" and "json" when these are asked for. */
export class TableTools extends AppElement {
  static override properties = { wish: { attribute: false } };

  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      input,
      select {
        min-width: 0;
        min-height: var(--_control);
        padding: 0 10px;
        border: 1px solid var(--_line-strong);
        border-radius: var(--_corner);
        background: var(--_field);
        color: var(--_ink);
        font: inherit;
        text-overflow: ellipsis;
      }
      input {
        flex: 1 1 220px;
      }
      input::placeholder {
        color: var(--_ink-quiet);
      }
      .files {
        display: flex;
        gap: 8px;
      }
      @media (max-width: 640px) {
        input {
          flex-basis: 100%;
          /* Below 16 px a phone zooms in when the field gets the focus. */
          font-size: 16px;
        }
        select {
          flex: 1 1 28%;
          padding: 0 6px;
        }
        .files {
          flex: 1;
        }
        .files button {
          flex: 1;
        }
      }
    `,
  ];

  declare wish: Wish;

  protected override render() {
    const { words } = this;
    return html`
      <input type="search" autocomplete="off" spellcheck="false" placeholder=${words.search} aria-label=${words.search}
        .value=${this.wish.query}
        @input=${(event: Event) => this.#say({ query: (event.target as HTMLInputElement).value })} />
      ${this.#select("show", SHOWN, words.show, {
        all: words.showAll,
        open: words.showOpen,
        done: words.showDone,
        failed: words.showFailed,
      })}
      ${this.#select("group", GROUPINGS, words.group, {
        none: words.groupNone,
        label: words.groupLabel,
        state: words.groupState,
      })}
      ${this.#select("order", ORDERS, words.order, {
        added: words.orderAdded,
        name: words.orderName,
        label: words.orderLabel,
        score: words.orderScore,
      })}
      <div class="files">
        <button aria-label=${words.downloadAs("CSV")} @click=${() => this.dispatchEvent(new Event("csv"))}>
          ${downloadIcon}CSV</button>
        <button aria-label=${words.downloadAs("JSON")} @click=${() => this.dispatchEvent(new Event("json"))}>
          ${downloadIcon}JSON</button>
      </div>
    `;
  }

  #select<Name extends "show" | "group" | "order">(
    name: Name,
    choices: readonly Wish[Name][],
    label: string,
    names: Readonly<Record<Wish[Name], string>>,
  ) {
    return html`<select aria-label=${label} data-wish=${name} .value=${this.wish[name]}
      @change=${(event: Event) => this.#say({ [name]: (event.target as HTMLSelectElement).value })}>
      ${choices.map(
        (choice) =>
          html`<option value=${choice} ?selected=${this.wish[name] === choice}>${names[choice]}</option>`,
      )}
    </select>`;
  }

  #say(change: Partial<Wish>) {
    this.dispatchEvent(new WishEvent({ ...this.wish, ...change }));
  }
}
