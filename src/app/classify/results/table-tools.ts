/** `<app-table-tools>`: search, filter, group and sort what lies on the table, and take it along as a file. */

import { css, html } from "lit";
import { AppElement } from "../../look/app-element.ts";
import { downloadIcon } from "../../look/icons.ts";
import { type Arrangement, CERTAINTIES, GROUPINGS, ORDERS, SHOWN } from "./arrange.ts";

/** Photos are to be searched, filtered, grouped or sorted in another way. */
export class ArrangeEvent extends Event {
  static readonly type = "arrange";
  readonly arrangement: Arrangement;

  constructor(arrangement: Arrangement) {
    super(ArrangeEvent.type);
    this.arrangement = arrangement;
  }
}

/** What is shown is to be saved as a file. */
export class SaveEvent extends Event {
  static readonly type = "save";
  readonly kind: "csv" | "json";

  constructor(kind: SaveEvent["kind"]) {
    super(SaveEvent.type);
    this.kind = kind;
  }
}

/** Says {@link ArrangeEvent} and {@link SaveEvent}. */
export class TableTools extends AppElement {
  static override properties = { arrangement: { attribute: false } };

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
          flex: 1 1 40%;
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

  declare arrangement: Arrangement;

  protected override render() {
    const { words } = this;
    return html`
      <input type="search" autocomplete="off" spellcheck="false" placeholder=${words.search} aria-label=${words.search}
        .value=${this.arrangement.query}
        @input=${(event: Event) => this.#say({ query: (event.target as HTMLInputElement).value })} />
      ${this.#select("show", SHOWN, words.show, {
        all: words.showAll,
        open: words.showOpen,
        done: words.showDone,
        failed: words.showFailed,
      })}
      ${this.#select("sure", CERTAINTIES, words.sure, {
        any: words.sureAny,
        unsure: words.sureNot,
        50: words.sureFrom(50),
        75: words.sureFrom(75),
        90: words.sureFrom(90),
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
        <button aria-label=${words.downloadAs("CSV")} @click=${() => this.dispatchEvent(new SaveEvent("csv"))}>
          ${downloadIcon}CSV</button>
        <button aria-label=${words.downloadAs("JSON")} @click=${() => this.dispatchEvent(new SaveEvent("json"))}>
          ${downloadIcon}JSON</button>
      </div>
    `;
  }

  #select<Name extends "show" | "sure" | "group" | "order">(
    name: Name,
    choices: readonly Arrangement[Name][],
    label: string,
    names: Readonly<Record<Arrangement[Name], string>>,
  ) {
    return html`<select aria-label=${label} data-choice=${name} .value=${this.arrangement[name]}
      @change=${(event: Event) => this.#say({ [name]: (event.target as HTMLSelectElement).value })}>
      ${choices.map(
        (choice) =>
          html`<option value=${choice} ?selected=${this.arrangement[name] === choice}>${names[choice]}</option>`,
      )}
    </select>`;
  }

  #say(change: Partial<Arrangement>) {
    this.dispatchEvent(new ArrangeEvent({ ...this.arrangement, ...change }));
  }
}
