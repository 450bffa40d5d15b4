/** `<app-code-dialog>`: "Use it in your code", over the page. */

import { css, html, nothing } from "lit";
import { AppElement } from "../look/app-element.ts";
import { removeIcon } from "../look/icons.ts";
import type { CodeRequest } from "./code-request.ts";

export class CodeDialog extends AppElement {
  static override properties = { request: { attribute: false } };

  static override styles = [
    AppElement.styles,
    css`
      dialog {
        width: min(760px, 100vw - 32px);
        max-width: none;
        max-height: calc(100dvh - 32px);
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--corner);
        background: var(--table);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(20 16 12 / 62%);
      }
      header {
        display: flex;
        align-items: center;
        padding: 8px 8px 0 20px;
      }
      h2 {
        flex: 1;
      }
      header button {
        width: var(--control);
        padding: 0;
      }
      app-code {
        padding: 0 8px 8px;
      }
    `,
  ];

  declare request: CodeRequest | undefined;

  async open(request: CodeRequest): Promise<void> {
    this.request = request;
    await this.updateComplete;
    this.#dialog().showModal();
  }

  protected override render() {
    const { words, request } = this;
    return html`<dialog aria-labelledby="title">
      <header>
        <h2 id="title">${words.useInCode}</h2>
        <button class="bare" aria-label=${words.close} title=${words.close}
          @click=${() => this.#dialog().close()}>${removeIcon}</button>
      </header>
      ${request ? html`<app-code .request=${request}></app-code>` : nothing}
    </dialog>`;
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }
}
