/** `<app-scores>`: up to five labels, each with its figure and a thin bar; its height is there before they come. */

import { css, html } from "lit";
import { AppElement } from "../look/app-element.ts";
import type { Guess } from "./guesses.ts";
import { bars } from "./scores.ts";

const ROWS = 5;

export class ScoreList extends AppElement {
  static override properties = { guesses: { attribute: false } };

  static override styles = [
    AppElement.styles,
    css`
      ol {
        display: grid;
        gap: 6px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        column-gap: 8px;
        height: 24px;
        font-size: var(--small);
        line-height: 20px;
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .figure {
        color: var(--ink-quiet);
        font-variant-numeric: tabular-nums;
      }
      .track {
        grid-column: 1 / -1;
        height: 3px;
        border-radius: 2px;
        background: var(--line);
      }
      .bar {
        display: block;
        height: 100%;
        border-radius: inherit;
        background: var(--ink-quiet);
      }
      li:first-child .bar {
        background: var(--accent);
      }
    `,
  ];

  /** Best first; `undefined` while there are none yet. */
  declare guesses: readonly Guess[] | undefined;

  protected override render() {
    const { guesses } = this;
    if (!guesses) return html`<ol aria-hidden="true">${Array.from({ length: ROWS }, () => this.#row())}</ol>`;
    const scores = guesses.map(({ score }) => score);
    const drawn = bars(scores, this.language, this.words.lessThan);
    return html`<ol aria-label=${this.words.scores}>
      ${guesses.map(({ name, label }, i) => this.#row(name, label, drawn[i]!.figure, drawn[i]!.share))}
    </ol>`;
  }

  #row(name = "", label = "", figure = "", share = 0) {
    // The property, not the attribute: the page's Content-Security-Policy takes no inline style.
    return html`<li>
      <span class="name" title=${label}>${name}</span><span class="figure">${figure}</span>
      <span class="track"><span class="bar" .style=${`width: ${share * 100}%`}></span></span>
    </li>`;
  }
}
