/** A failure where it happened: its text, and what to do about it. */

import { html, nothing, type TemplateResult } from "lit";
import { type Failure, textOf } from "../failure.ts";
import type { Language } from "../language.ts";
import type { Words } from "../words/en.ts";
import { failedIcon, retryIcon } from "./icons.ts";

export function failureView(failure: Failure, words: Words, language: Language): TemplateResult {
  return html`<p class="error" part="error">${textOf(failure, language) || words.serverSilent}</p>
    <p class="todo" part="hint">${words.todo}${failure.hint[language]}</p>`;
}

/** A failure of more than one thing, with a way to try again where that may help. */
export function failureBanner(
  failure: Failure,
  words: Words,
  language: Language,
  retry: (() => void) | undefined,
): TemplateResult {
  return html`<div class="banner" part="banner">
    ${failedIcon}
    <div>${failureView(failure, words, language)}</div>
    ${retry ? html`<button @click=${retry} part="retry">${retryIcon}${words.retry}</button>` : nothing}
  </div>`;
}
