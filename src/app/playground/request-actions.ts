/** The buttons below the request: to run, save and share it. */

import { html, nothing, type TemplateResult } from "lit";
import { codeIcon } from "../look/icons.ts";
import type { Words } from "../words/words.ts";
import { linkIcon, saveIcon } from "./kept/icons.ts";

interface Actions {
  stop(): void;
  code(): void;
  save(): void;
  share(): void;
}

export function requestActions(running: boolean, words: Words, actions: Actions): TemplateResult {
  const bare = (icon: TemplateResult, word: string, act: () => void) =>
    html`<button type="button" class="bare" @click=${act}>${icon}<span>${word}</span></button>`;
  return html`
    <button class="primary run" aria-disabled=${running}>${running ? words.runningCall : words.run}</button>
    ${running ? html`<button type="button" @click=${actions.stop}>${words.stop}</button>` : nothing}
    ${bare(codeIcon, words.useInCode, actions.code)} ${bare(saveIcon, words.save, actions.save)}
    ${bare(linkIcon, words.copyLink, actions.share)}
  `;
}
