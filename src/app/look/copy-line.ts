/** `<app-copy-line>`: a line to copy, such as a command, or (`bare`) the button alone for a text that stands elsewhere. */

import { css, html } from "lit";
import { doneIcon } from "../../ui/index.ts";
import { AppElement } from "./app-element.ts";
import { copyText } from "./copy.ts";
import { copyIcon } from "./icons.ts";

const SHOWN_MS = 2000;

export class CopyLine extends AppElement {
  static override properties = {
    text: { attribute: false },
    bare: { type: Boolean },
    label: { attribute: false },
    copied: { state: true },
  };
  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 4px;
        padding-inline-start: 10px;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        background: var(--_table);
      }
      code {
        flex: 1;
        padding-block: 6px;
        overflow-wrap: anywhere;
        user-select: all;
      }
      button {
        min-height: 32px;
        font-size: var(--_small);
      }
    `,
  ];

  /** Of a long one a function, which is asked when it is copied. */
  declare text: string | (() => string);
  /** Without the text itself. */
  declare bare: boolean;
  /** What the button says; "Copy" when left out. */
  declare label: string | undefined;
  declare copied: boolean;

  protected override render() {
    const { words, copied } = this;
    const button = html`<button type="button" class="bare" part="button" @click=${this.#copy}>
      ${copied ? doneIcon : copyIcon}<span part="word" aria-live="polite">${copied ? words.copied : (this.label ?? words.copy)}</span>
    </button>`;
    if (this.bare) return button;
    return html`<div class="line"><code part="text">${this.text}</code>${button}</div>`;
  }

  async #copy() {
    // Where it is not allowed the line can still be selected.
    if (!(await copyText(typeof this.text === "string" ? this.text : this.text()))) return;
    this.copied = true;
    setTimeout(() => {
      this.copied = false;
    }, SHOWN_MS);
  }
}
