/** Labels, each with its figure and a thin bar; room is kept for them before they come. */

import { css, html, nothing, type TemplateResult } from "lit";
import type { Label } from "../../photos/index.ts";
import { type Language, TAGS } from "../language/language.ts";
import type { PhotoWords } from "../words/en/photos.ts";
import { isUnsure } from "./certainty.ts";
import { type Bar, bars } from "./score-shares.ts";

/**
 * The best label stands large in the first row, with a word where the model is unsure of it.
 *
 * @param labels the server's, best first; those without a score have no bar
 * @param nameOf what a label is called in the reader's language; empty where its own name stands
 * @param level of the heading that the best label is, if it is to be one
 */
export function scoreList(
  labels: readonly Label[],
  words: PhotoWords,
  language: Language,
  nameOf: (label: string) => string = () => "",
  level?: number,
): TemplateResult {
  const drawn = bars(labels, TAGS[language], words.lessThan);
  return html`<ol class="scores" part="labels" aria-label=${words.scores}>
    ${labels.map((label, i) => row(label, drawn[i]!, nameOf(label.label), i > 0 ? undefined : { words, level }))}
  </ol>`;
}

/** A label's other names: "panda, panda bear" of "giant panda, panda, panda bear"; empty where it has none. */
export function synonymsOf({ name, label }: Label): string {
  return label
    .trim()
    .slice(name.length)
    .replace(/^[\s,]+/, "");
}

/** As high as the list will be, for most methods, with its bars in the same places. */
export function emptyScoreList(rows: number): TemplateResult {
  return html`<ol class="scores" aria-hidden="true">
    ${Array.from({ length: rows }, () => html`<li><span class="name">\u00a0</span><span class="track"></span></li>`)}
  </ol>`;
}

/** The meter says name and figure, so that both are read once. @param best set for the best label */
function row(
  { name, label, score, share }: Label,
  { figure, share: length }: Bar,
  local: string,
  best?: { words: PhotoWords; level: number | undefined },
): TemplateResult {
  const names = local ? html`${local}<span class="original" lang="en">${name}</span>` : name;
  const unsure = best && isUnsure({ share });
  const shown = best
    ? html`<span class="best" part="best-label" role=${best.level ? "heading" : nothing}
        aria-level=${best.level ?? nothing}>${names}</span>${unsure ? html`<em part="unsure">${best.words.unsure}</em>` : nothing}`
    : names;
  const text = html`<span class="name ${unsure ? "unsure" : ""}" title=${label}
    aria-hidden=${best || score === undefined ? nothing : "true"}>${shown}</span>`;
  if (score === undefined) return html`<li part="label">${text}</li>`;
  // The bar's style is set as a property, not as an attribute, which a Content-Security-Policy may refuse.
  return html`<li part="label">
    ${text}
    <span class="figure" part="figure" aria-hidden="true">${figure}</span>
    <span class="track" part="meter" role="meter" aria-label=${local ? `${local}, ${name}` : name}
      aria-valuemin="0" aria-valuemax="1" aria-valuenow=${length} aria-valuetext=${figure || nothing}><span
        class="bar" part="bar" .style=${`width: ${length * 100}%`}></span></span>
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
  .scores li:first-child {
    min-height: 30px;
    font-size: var(--_text);
    line-height: 26px;
  }
  .scores li:first-child .name {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .scores .best {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
  }
  .scores .unsure .best {
    color: var(--_ink-quiet);
    font-weight: 400;
  }
  .scores em {
    padding-inline: 6px;
    border: 1px solid var(--_line-strong);
    border-radius: 99px;
    font-size: var(--_small);
    font-style: normal;
    line-height: 18px;
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
  .scores .name:has(.best):not(.unsure) ~ .track .bar {
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
