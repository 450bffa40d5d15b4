/** What stands over the photos of a section. */

import { html, type TemplateResult } from "lit";
import type { Words } from "../../words/words.ts";

/** @param title empty without grouping: then it is for screen readers only */
export function sectionHeading(title: string, count: number, words: Words): TemplateResult {
  return title
    ? html`<h2>${title}<span class="quiet">${words.photoCount(count)}</span></h2>`
    : html`<h2 class="unseen">${words.photos}</h2>`;
}
