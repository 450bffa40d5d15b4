/** Up to five labels, each with its figure and a thin bar; room is kept for them before they come. */

import { css, html, nothing, type TemplateResult } from "lit";
import type { Label } from "../../elements/classifier/labels.ts";
import { bars } from "../../elements/classifier/scores.ts";
import type { Language } from "../words/language.ts";
import type { Words } from "../words/words.ts";
import type { NameOf } from "./label-names.ts";

const ROWS = 5;

export const scoreRowStyles = css`
  .scores {
    display: grid;
    gap: 6px;
  }
  .scores li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 8px;
    height: 24px;
    font-size: var(--_small);
    line-height: 20px;
  }
  .scores .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .scores .original {
    margin-inline-start: 6px;
    color: var(--_ink-quiet);
  }
  .scores .figure {
    color: var(--_ink-quiet);
    font-variant-numeric: tabular-nums;
  }
  .scores .track {
    grid-column: 1 / -1;
    height: 3px;
    border-radius: 2px;
    background: var(--_line);
  }
  .scores .bar {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: var(--_ink-quiet);
  }
  .scores li:first-child .bar {
    background: var(--_accent);
  }
`;

/** @param guesses best first; `undefined` while there are none yet */
export function scoreRows(
  guesses: readonly Label[] | undefined,
  words: Words,
  language: Language,
  nameOf: NameOf,
): TemplateResult {
  if (!guesses) {
    return html`<ol class="scores" aria-hidden="true">
      ${Array.from({ length: ROWS }, () => html`<li><span class="track"></span></li>`)}
    </ol>`;
  }
  const drawn = bars(guesses, language, words.lessThan);
  return html`<ol class="scores" aria-label=${words.scores}>
    ${guesses.map((guess, i) => row(guess, drawn[i]!, nameOf(guess.label)))}
  </ol>`;
}

function row(
  { name, label, score }: Label,
  { figure, share }: ReturnType<typeof bars>[number],
  local: string,
) {
  const names = local ? html`${local}<span class="original" lang="en">${name}</span>` : name;
  if (score === undefined) return html`<li><span class="name" title=${label}>${names}</span></li>`;
  // The meter says name and figure. The property, not the attribute: the page's policy takes no inline style.
  return html`<li>
    <span class="name" title=${label} aria-hidden="true">${names}</span>
    <span class="figure" aria-hidden="true">${figure}</span>
    <span class="track" role="meter" aria-label=${local ? `${local}, ${name}` : name}
      aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(share * 100)}
      aria-valuetext=${figure || nothing}><span class="bar" .style=${`width: ${share * 100}%`}></span></span>
  </li>`;
}
