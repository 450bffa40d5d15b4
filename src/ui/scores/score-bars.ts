/** Labels, each with its figure and a thin bar; room is kept for them before they come. */

import { css, html, nothing, type TemplateResult } from "lit";
import type { Label } from "../../photos/index.ts";
import { type Language, TAGS } from "../language/language.ts";
import type { PhotoWords } from "../words/en/photos.ts";
import { type Bar, bars } from "./score-shares.ts";

/**
 * @param labels the server's, best first; those without a score have no bar
 * @param nameOf what a label is called in the reader's language; empty where its own name stands
 */
export function scoreList(
  labels: readonly Label[],
  words: PhotoWords,
  language: Language,
  nameOf: (label: string) => string = () => "",
): TemplateResult {
  const drawn = bars(labels, TAGS[language], words.lessThan);
  return html`<ol class="scores" part="labels" aria-label=${words.scores}>
    ${labels.map((label, i) => row(label, drawn[i]!, nameOf(label.label)))}
  </ol>`;
}

/** As high as the list will be, for most methods, with its bars in the same places. */
export function emptyScoreList(rows: number): TemplateResult {
  return html`<ol class="scores" aria-hidden="true">
    ${Array.from({ length: rows }, () => html`<li><span>\u00a0</span><span class="track"></span></li>`)}
  </ol>`;
}

/** The meter says name and figure, so that both are read once. */
function row({ name, label, score }: Label, { figure, share }: Bar, local: string): TemplateResult {
  const names = local ? html`${local}<span class="original" lang="en">${name}</span>` : name;
  if (score === undefined)
    return html`<li part="label"><span class="name" title=${label}>${names}</span></li>`;
  // The bar's style is set as a property, not as an attribute, which a Content-Security-Policy may refuse.
  return html`<li part="label">
    <span class="name" title=${label} aria-hidden="true">${names}</span>
    <span class="figure" part="figure" aria-hidden="true">${figure}</span>
    <span class="track" part="meter" role="meter" aria-label=${local ? `${local}, ${name}` : name}
      aria-valuemin="0" aria-valuemax="1" aria-valuenow=${share} aria-valuetext=${figure || nothing}><span
        class="bar" part="bar" .style=${`width: ${share * 100}%`}></span></span>
  </li>`;
}

export const scoreListStyles = css`
  .scores {
    display: grid;
    gap: 6px;
  }
  .scores li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 8px;
    min-height: 24px;
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
  @media (forced-colors: active) {
    .scores .track {
      border: 1px solid;
    }
    .scores .bar {
      background: Highlight !important;
      forced-color-adjust: none;
    }
  }
`;
