/** `<app-confused-pairs>`: the classes that are mixed up most, each leading to its photos. */

import { css, html, nothing } from "lit";
import type { Figures } from "../../evaluation/index.ts";
import { AppElement } from "../look/app-element.ts";
import { CellEvent } from "./set-events.ts";

const PAGE = 10;

/** Says {@link CellEvent}. */
export class ConfusedPairs extends AppElement {
  static override properties = { figures: { attribute: false }, most: { state: true } };

  static override styles = [
    AppElement.styles,
    css`
      li {
        display: flex;
        align-items: baseline;
        gap: 8px;
      }
      li button.bare {
        justify-content: start;
        min-height: 32px;
        color: var(--_ink);
        overflow-wrap: anywhere;
        text-align: start;
        white-space: normal;
      }
      li span {
        min-width: 3ch;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
    `,
  ];

  declare figures: Figures;
  declare most: number;

  constructor() {
    super();
    this.most = PAGE;
  }

  protected override render() {
    const { words, figures } = this;
    const pairs = figures.confusion.filter(({ truth, predicted }) => truth !== predicted && predicted >= 0);
    if (pairs.length === 0) return nothing;
    return html`<h2>${words.evalPairs}</h2>
      <ol>${pairs.slice(0, this.most).map(({ truth, predicted, photos }) => {
        const [shown, said] = [figures.classes[truth]!.name, figures.classes[predicted]!.name];
        return html`<li><span>${photos}</span><button class="bare"
          @click=${() => this.dispatchEvent(new CellEvent(shown, said))}>${words.evalPair(shown, said)}</button></li>`;
      })}</ol>
      ${
        pairs.length > this.most
          ? html`<button @click=${() => {
              this.most += 5 * PAGE;
            }}>${words.evalMore(pairs.length - this.most)}</button>`
          : nothing
      }`;
  }
}
