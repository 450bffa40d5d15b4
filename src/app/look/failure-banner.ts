/**
 * `<app-failure-banner>`: why a whole call failed and what to do, once. At the foot of the page, where nothing jumps;
 * `plain` where the button that called it is beside it: then it has no buttons, and covers nothing.
 */

import { css, html, nothing } from "lit";
import type { Failure } from "../../failures/index.ts";
import { failedIcon, failureText, removeIcon } from "../../ui/index.ts";
import { AppElement } from "./app-element.ts";
import { CloseEvent, RetryEvent } from "./events.ts";

/** Says {@link RetryEvent} and {@link CloseEvent} when somebody asks for that. */
export class FailureBanner extends AppElement {
  static override properties = { failure: { attribute: false }, plain: { type: Boolean } };

  static override styles = [
    AppElement.styles,
    css`
      :host {
        position: sticky;
        z-index: 2;
        bottom: 16px;
      }
      :host([plain]) {
        position: static;
      }
      :host([plain]) .box {
        box-shadow: none;
      }
      .box {
        display: flex;
        align-items: start;
        gap: 12px;
        padding: 12px 12px 12px 16px;
        border: 1px solid var(--_bad);
        border-radius: var(--_corner);
        background: var(--_bad-quiet);
        box-shadow: var(--_shadow);
      }
      .box svg {
        margin-top: 3px;
        color: var(--_bad);
      }
      .words {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .text {
        max-height: 9em;
        overflow: auto;
        font-weight: 600;
        white-space: pre-wrap;
      }
      .buttons {
        display: flex;
        gap: 4px;
      }
      .close {
        width: var(--_control);
        padding: 0;
      }
      @media (max-width: 640px) {
        :host {
          /* Above the page's own bar there, which may have a line of text over its buttons. */
          bottom: calc(var(--_control) + 56px + env(safe-area-inset-bottom));
        }
        :host(:not([plain])) .box {
          gap: 8px;
          padding: 8px 4px 8px 10px;
          font-size: var(--_small);
        }
        :host(:not([plain])) .text {
          max-height: 4.5em;
        }
        .buttons {
          flex-direction: column-reverse;
          align-items: end;
        }
      }
    `,
  ];

  declare failure: Failure | undefined;
  declare plain: boolean;

  protected override render() {
    const { failure } = this;
    return html`<div role="alert">${failure ? this.#box(failure) : nothing}</div>`;
  }

  #box(failure: Failure) {
    const { text, todo } = failureText(failure, this.words, this.language);
    return html`<div class="box">
      ${failedIcon}
      <div class="words">
        <p class="text">${text}</p>
        <p>${this.words.whatToDo(todo)}</p>
      </div>
      ${this.plain ? nothing : this.#buttons()}
    </div>`;
  }

  #buttons() {
    const { words } = this;
    return html`<div class="buttons">
      <button @click=${() => this.dispatchEvent(new RetryEvent())}>${words.retry}</button>
      <button class="bare close" aria-label=${words.close} title=${words.close}
        @click=${() => this.dispatchEvent(new CloseEvent())}>${removeIcon}</button>
    </div>`;
  }
}
