/** A failure where it happened: its text, and what to do about it. */

import { html, nothing, type TemplateResult } from "lit";
import type { Failure } from "../../failures/index.ts";
import { failedIcon, failureText, type Language, retryIcon } from "../../ui/index.ts";
import type { Words } from "../words/en.ts";

export function failureView(failure: Failure, words: Words, language: Language): TemplateResult {
  const { text, todo } = failureText(failure, words, language);
  return html`<p class="error" part="error">${text}</p>
    <p class="todo" part="hint">${words.whatToDo(todo)}</p>`;
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
