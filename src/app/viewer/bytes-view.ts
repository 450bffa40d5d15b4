/** `<app-bytes-view>`: bytes in hexadecimal; as a picture or text if they are one. */

import { css, html, nothing } from "lit";
import { textOfBytes } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { hexText, pictureType } from "./bytes.ts";

const SHOWN = 1024;

export class BytesView extends AppElement {
  static override properties = { bytes: { attribute: false }, label: { attribute: false } };
  static override styles = [
    AppElement.styles,
    css`
      img {
        display: block;
        max-width: 100%;
        max-height: 320px;
        margin-bottom: 8px;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
      }
      pre {
        max-height: 240px;
        margin: 0;
        overflow: auto;
        font-size: 12.5px;
        line-height: 1.5;
      }
      .text {
        margin-bottom: 8px;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare bytes: Uint8Array<ArrayBuffer>;
  declare label: string;
  #url: string | undefined;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("bytes")) return;
    this.#forget();
    const type = pictureType(this.bytes);
    if (type) this.#url = URL.createObjectURL(new Blob([this.bytes], { type }));
  }

  protected override render() {
    const { bytes, words } = this;
    const text = bytes.length > 0 ? textOfBytes(bytes) : undefined;
    return html`
      ${text === undefined ? nothing : html`<pre class="text" tabindex="0" aria-label=${this.label}>${text}</pre>`}
      ${this.#url ? html`<img src=${this.#url} alt=${words.pictureIn(this.label)} />` : nothing}
      <pre tabindex="0" aria-label=${words.hexOf(this.label)}>${hexText(bytes.subarray(0, SHOWN))}</pre>
      ${bytes.length > SHOWN ? html`<p class="quiet small">${words.firstBytes(SHOWN, bytes.length)}</p>` : nothing}
    `;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  #forget() {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }
}
