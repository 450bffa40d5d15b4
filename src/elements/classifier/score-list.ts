/** Labels, each with its figure and a thin bar. */

import { css, html, nothing, type TemplateResult } from "lit";
import { type Language, TAGS } from "../language.ts";
import type { Words } from "../words/en.ts";
import type { Label } from "./labels.ts";
import { bars } from "./scores.ts";

/** @param labels the server's, best first; those without a score have no bar */
export function scoreList(labels: readonly Label[], words: Words, language: Language): TemplateResult {
  const drawn = bars(labels, TAGS[language], words.lessThan);
  return html`<ol class="scores" part="labels" aria-label=${words.scores}>
    ${labels.map(({ name, label, score }, i) => {
      const { figure, share } = drawn[i]!;
      return html`<li part="label">
        <span class="name" title=${label}>${name}</span>
        ${score === undefined ? nothing : meter(name, figure, share)}
      </li>`;
    })}
  </ol>`;
}

/** As high as the list will be, for most methods. */
export function emptyScores(rows: number): TemplateResult {
  return html`<ol class="scores" aria-hidden="true">
    ${Array.from({ length: rows }, () => html`<li><span></span><span class="track"></span></li>`)}
  </ol>`;
}

/** The figure is the meter's own text, so that it is read once. */
function meter(name: string, figure: string, share: number): TemplateResult {
  // The bar's style is set as a property, not as an attribute, which a Content-Security-Policy may refuse.
  return html`<span class="figure" part="figure" aria-hidden="true">${figure}</span>
    <span class="track" part="meter" role="meter" aria-label=${name} aria-valuemin="0" aria-valuemax="1"
      aria-valuenow=${share} aria-valuetext=${figure}><span class="bar" part="bar" .style=${`width: ${share * 100}%`}></span></span>`;
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
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .figure {
    color: var(--_ink-quiet);
    font-variant-numeric: tabular-nums;
  }
  .track {
    grid-column: 1 / -1;
    height: 3px;
    border-radius: 2px;
    background: var(--_line);
  }
  .bar {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: var(--_ink-quiet);
  }
  .scores li:first-child .bar {
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    .track {
      border: 1px solid;
    }
    .bar {
      background: Highlight !important;
      forced-color-adjust: none;
    }
  }
`;
