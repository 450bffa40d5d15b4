/** `<app-failure-banner>`: why a whole call failed and what to do, once, at the foot of the page where nothing jumps. */

import { css, html, nothing } from "lit";
import type { Failure } from "../../failures/index.ts";
import { failedIcon, failureText } from "../../ui/index.ts";
import { AppElement } from "./app-element.ts";
import { RetryEvent } from "./events.ts";

/** Says {@link RetryEvent} when somebody asks for that. */
export class FailureBanner extends AppElement {
  static override properties = { failure: { attribute: false } };

  static override styles = [
    AppElement.styles,
    css`
      :host {
        position: sticky;
        z-index: 2;
        bottom: 16px;
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
      @media (max-width: 640px) {
        :host {
          /* Above the page's own bar there, which may have a line of text over its buttons. */
          bottom: calc(var(--_control) + 56px + env(safe-area-inset-bottom));
        }
        .box {
          flex-wrap: wrap;
        }
        .words {
          flex-basis: calc(100% - 32px);
        }
        button {
          margin-inline-start: 28px;
        }
      }
    `,
  ];

  declare failure: Failure | undefined;

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
      <button @click=${() => this.dispatchEvent(new RetryEvent())}>${this.words.retry}</button>
    </div>`;
  }
}
