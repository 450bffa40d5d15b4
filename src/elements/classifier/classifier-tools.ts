/** Above several photos: how far they are, and what can be done with all of them. */

import { html, nothing, type TemplateResult } from "lit";
import type { Tally } from "../../photos/index.ts";
import { removeIcon, retryIcon } from "../../ui/index.ts";
import type { Words } from "../words/en.ts";
import { toldTally } from "./photo.ts";

interface Tools {
  tally: Tally;
  /** Photos that may go better another time. */
  again: number;
  words: Words;
  retry(): void;
  clear(): void;
}

export function tools({ tally, again, words, retry, clear }: Tools): TemplateResult {
  const { done, failed, total } = toldTally(tally);
  return html`<div class="tools">
    <p part="progress">${words.progress(done, failed, total)}</p>
    <div>${again > 0 ? html`<button @click=${retry}>${retryIcon}${words.retryFailed(again)}</button>` : nothing}
    <button @click=${clear}>${removeIcon}${words.clear}</button></div>
  </div>`;
}
