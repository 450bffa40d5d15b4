/** The request as JSON on the page, and the choice between form and JSON. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { type Language, tooLong } from "../../ui/index.ts";
import type { Words } from "../words/words.ts";
import { writtenFaultText } from "./request/fault-text.ts";
import type { WrittenRequest } from "./request/written-request.ts";

export function modes(isJson: boolean, words: Words, choose: (json: boolean) => void): TemplateResult {
  const mode = (json: boolean, label: string) => html`<label class="small">
    <input type="radio" name="mode" .checked=${live(isJson === json)} @change=${() => choose(json)} />${label}
  </label>`;
  return html`<div class="choice" role="radiogroup" aria-label=${words.request}>
    ${mode(false, words.asForm)} ${mode(true, words.asJson)}
  </div>`;
}

export function jsonEditor(request: WrittenRequest, words: Words, language: Language): TemplateResult {
  const { json = "", jsonFault } = request;
  return html`<div class="json">
    <textarea class="mono" spellcheck="false" aria-label=${words.jsonLabel} .value=${json}
      aria-invalid=${String(jsonFault !== undefined)} aria-describedby="about-json"
      @beforeinput=${(event: InputEvent) => {
        const text = tooLong(event);
        if (text !== undefined) request.refuse(text.length);
      }} @input=${(event: Event) => request.writeJson((event.target as HTMLTextAreaElement).value)}></textarea>
    ${jsonFault ? html`<p class="fault" role="alert">${writtenFaultText(jsonFault, words, language)}</p>` : nothing}
    <p class="quiet small" id="about-json">${words.jsonNote}</p>
  </div>`;
}
