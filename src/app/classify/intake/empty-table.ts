/** The table before there are photos: it says how to bring them. */

import { html, type TemplateResult } from "lit";
import { photoIcon } from "../../../ui/index.ts";
import type { Words } from "../../words/words.ts";

/** @param choose opens the browser's chooser; for the pointer only, a button does the same for everybody */
export function emptyTable(words: Words, choose: () => void): TemplateResult {
  return html`<div class="zone" @click=${choose}>
    ${photoIcon}
    <p class="with-pointer"><strong>${words.emptyTable}</strong><br />${words.emptyTableMore}</p>
    <p class="with-finger"><strong>${words.emptyTableTouch}</strong><br />${words.emptyTableTouchMore}</p>
  </div>`;
}
