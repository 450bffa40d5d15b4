/** `<app-toast>`: a short word about what was done just now, seen for a moment and read by screen readers. */

import { css, html } from "lit";
import { AppElement } from "./app-element.ts";

const SHOWN_MS = 2500;

export class Toast extends AppElement {
  static override properties = { word: { state: true } };

  static override styles = [
    AppElement.styles,
    css`
      .toast {
        position: fixed;
        z-index: 6;
        inset: auto auto 24px 50%;
        max-width: calc(100vw - 32px);
        padding: 8px 16px;
        border-radius: var(--_corner);
        background: var(--_ink);
        color: var(--ground);
        box-shadow: var(--_shadow);
        transform: translateX(-50%);
      }
      @media (max-width: 640px) {
        .toast {
          bottom: calc(var(--_control) + 32px + env(safe-area-inset-bottom));
        }
      }
    `,
  ];

  declare word: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.word = "";
  }

  say(word: string): void {
    clearTimeout(this.#timer);
    this.word = word;
    this.#timer = setTimeout(() => {
      this.word = "";
    }, SHOWN_MS);
  }

  protected override render() {
    return html`<p class=${this.word ? "toast" : "unseen"} role="status">${this.word}</p>`;
  }
}
