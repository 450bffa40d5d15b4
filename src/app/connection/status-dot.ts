/** `<app-status>`: a dot with words in the bar; behind it what that means and what to do. */

import { css, html } from "lit";
import { AppElement } from "../look/app-element.ts";
import { connection, look } from "./connection.ts";

export class AppStatus extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      .dot {
        width: 10px;
        height: 10px;
        border: 2px solid currentColor;
        border-radius: 50%;
        color: var(--ink-quiet);
      }
      .connected .dot {
        color: var(--accent);
        background: currentColor;
      }
      .workerDown .dot,
      .unreachable .dot,
      .offline .dot {
        color: var(--bad);
        border-radius: 2px;
        transform: rotate(45deg);
      }
      .workerDown,
      .unreachable,
      .offline {
        color: var(--bad);
      }
      button {
        font-size: var(--small);
      }
      [popover] {
        inset: calc(var(--bar) + 6px) max(16px, calc((100vw - 1200px) / 2)) auto auto;
        width: min(320px, calc(100vw - 32px));
        margin: 0;
        padding: 16px;
        border: 1px solid var(--line);
        border-radius: var(--corner);
        background: var(--field);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      [popover] button {
        margin-top: 12px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(connection);
  }

  protected override render() {
    const { words } = this;
    const state = connection.value;
    return html`
      <button class="bare ${state}" popovertarget="more">
        <span class="unseen">${words.status}:</span>
        <span class="dot"></span>
        ${words[state]}
      </button>
      <span class="unseen" role="status">${words.status}: ${words[state]}</span>
      <div popover id="more">
        <p>${words[`${state}More`]}</p>
        <button @click=${look}>${words.checkAgain}</button>
      </div>
    `;
  }
}
