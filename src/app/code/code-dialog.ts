/** `<app-code-dialog>`: "Use it in your code", over the page. */

import { css, html } from "lit";
import { removeIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { dialogStyles } from "../look/dialog.css.ts";
import type { CodeRequest } from "./code-request.ts";

export class CodeDialog extends AppElement {
  static override properties = { request: { attribute: false } };

  static override styles = [
    AppElement.styles,
    dialogStyles,
    css`
      dialog {
        width: min(760px, 100vw - 32px);
      }
      header {
        padding-bottom: 0;
      }
      app-code-view {
        padding: 0 8px 8px;
      }
    `,
  ];

  /** Nothing is shown, nor at work, without one. */
  declare request: CodeRequest | undefined;

  async open(request: CodeRequest): Promise<void> {
    this.request = request;
    await this.updateComplete;
    this.#dialog().showModal();
  }

  protected override render() {
    const { words, request } = this;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <header>
        <h2 id="title">${words.useInCode}</h2>
        <button class="bare" aria-label=${words.close} title=${words.close}
          @click=${() => this.#dialog().close()}>${removeIcon}</button>
      </header>
      <app-code-view .request=${request}></app-code-view>
    </dialog>`;
  }

  #closed() {
    this.request = undefined;
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }
}
