/** `<app-metadata-editor>`: headers of every call, a name and a value each. */

import { css, html, nothing } from "lit";
import { removeIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { addIcon } from "../look/icons.ts";
import { checkHeader } from "../state/check.ts";
import { changeSettings, settings } from "../state/settings.ts";
import { settingFaultText } from "./fields.ts";

type Header = readonly [name: string, value: string];

export class MetadataEditor extends AppElement {
  // The ladder leads here: the focus goes to the first header, or to the button that adds one.
  static override shadowRootOptions = { ...AppElement.shadowRootOptions, delegatesFocus: true };
  static override properties = { headers: { state: true } };
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

  /** As they are written; only faultless ones are settings. */
  declare headers: readonly Header[];

  constructor() {
    super();
    this.headers = Object.entries(settings.value.metadata);
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
      ${fault ? html`<p class="fault" id=${`fault${i}`}>${settingFaultText(fault, words)}</p>` : nothing}
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
    changeSettings({ metadata: Object.fromEntries(good) });
  }
}

const textOf = (event: Event) => (event.target as HTMLInputElement).value;
