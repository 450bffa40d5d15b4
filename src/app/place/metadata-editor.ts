/** `<app-metadata-editor>`: headers of calls to an address, a name and a value each. */

import { css, html, nothing } from "lit";
import { removeIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent } from "../look/events.ts";
import { formStyles } from "../look/form.ts";
import { addIcon } from "../look/icons.ts";
import { checkHeader } from "../state/check.ts";

type Header = readonly [name: string, value: string];

/** Says an {@link EditEvent} of the faultless headers. */
export class MetadataEditor extends AppElement {
  // The ladder leads here: the focus goes to the first header, or to the button that adds one.
  static override shadowRootOptions = { ...AppElement.shadowRootOptions, delegatesFocus: true };
  static override properties = { metadata: { attribute: false }, headers: { state: true } };
  static override styles = [
    AppElement.styles,
    formStyles,
    css`
      ul {
        display: grid;
        gap: 6px;
        margin-bottom: 8px;
      }
      li {
        display: grid;
        grid-template-columns: 2fr 3fr auto;
        gap: 6px;
      }
      li .fault {
        grid-column: 1 / -1;
      }
      li button {
        width: var(--_control);
        padding: 0;
      }
    `,
  ];

  /** What it begins with. */
  declare metadata: Readonly<Record<string, string>>;
  /** As they are written; only faultless ones are told. */
  declare headers: readonly Header[];

  protected override willUpdate(): void {
    this.headers ??= Object.entries(this.metadata);
  }

  protected override render() {
    const { words, headers } = this;
    return html`
      <ul>${headers.map((header, i) => this.#line(header, i))}</ul>
      <button type="button" @click=${this.#add}>${addIcon}${words.addHeader}</button>
    `;
  }

  #line([name, value]: Header, i: number) {
    const { words } = this;
    const fault = this.#faultOf(i);
    const invalid = fault ? "true" : "false";
    return html`<li>
      <input class="mono" .value=${name} placeholder="authorization" autocomplete="off" spellcheck="false" autocapitalize="off"
        aria-label=${words.headerName(i + 1)} aria-invalid=${invalid} aria-describedby=${fault ? `fault${i}` : nothing}
        @input=${(event: Event) => this.#write(i, [textOf(event), value])} @change=${this.#take} />
      <input class="mono" .value=${value} placeholder="Bearer …" autocomplete="off" spellcheck="false" autocapitalize="off"
        aria-label=${words.headerValue(i + 1)} aria-invalid=${invalid} aria-describedby=${fault ? `fault${i}` : nothing}
        @input=${(event: Event) => this.#write(i, [name, textOf(event)])} @change=${this.#take} />
      <button type="button" class="bare" aria-label=${words.removeHeader(i + 1)}
        @click=${() => this.#remove(i)}>${removeIcon}</button>
      ${fault ? html`<p class="fault" id=${`fault${i}`}>${fault === "headerTwice" ? words.headerTwice : words.headerBad}</p>` : nothing}
    </li>`;
  }

  #faultOf(i: number) {
    const before = this.headers.slice(0, i).map(([name]) => name);
    return checkHeader(this.headers[i]!, before);
  }

  #write(i: number, header: Header) {
    this.headers = this.headers.map((old, j) => (j === i ? header : old));
  }

  #remove(i: number) {
    this.headers = this.headers.filter((_, j) => j !== i);
    this.#take();
  }

  async #add() {
    this.headers = [...this.headers, ["", ""]];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>("li:last-child input")!.focus();
  }

  /** Not with every key: a change of headers starts a new look for the server. */
  #take() {
    const good = this.headers.filter(([name], i) => name !== "" && !this.#faultOf(i));
    this.dispatchEvent(new EditEvent<Readonly<Record<string, string>>>(Object.fromEntries(good)));
  }
}

const textOf = (event: Event) => (event.target as HTMLInputElement).value;
