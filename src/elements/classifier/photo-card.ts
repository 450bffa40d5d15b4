/** One photo with its caption: the state, the labels or the error, and what can be done with it. */

import { html, nothing, type TemplateResult } from "lit";
import { canRetry, type Photo } from "../../photos/index.ts";
import {
  emptyScoreList,
  fileSheet,
  type Language,
  noticeView,
  outputList,
  removeIcon,
  retryIcon,
  scoreList,
  stateIcons,
  synonymsOf,
} from "../../ui/index.ts";
import { failureView } from "../look/failure-view.ts";
import type { Words } from "../words/en.ts";
import { shownState } from "./photo.ts";

interface PhotoCard {
  photo: Photo;
  /** Of the preview, as soon as there is one. */
  url: string | undefined;
  /** Most labels to show. */
  top: number;
  words: Words;
  language: Language;
  retry(): void;
  remove(): void;
}

export function photoCard(card: PhotoCard): TemplateResult {
  const { photo, words } = card;
  const { file } = photo;
  const state = shownState(photo);
  return html`<article part="card" aria-label=${file.name} aria-busy=${state.name === "running"}>
    ${picture(card)}
    <div class="words"><div class="line">
      <span class="state ${state.name}" part="state">${stateIcons[state.name]}${words[state.name]}</span>
      <span class="file" part="file-name" title=${file.name}>${file.name}</span>
      ${
        canRetry(photo)
          ? html`<button class="bare" @click=${card.retry} title=${words.retry}
              aria-label=${words.retryPhoto(file.name)}>${retryIcon}</button>`
          : nothing
      }
      <button class="bare remove" @click=${card.remove} title=${words.remove}
        aria-label=${words.removePhoto(file.name)}>${removeIcon}</button>
    </div>
    <div>${caption(card)}${noticeView(photo.notice, words, card.language)}</div></div>
  </article>`;
}

function picture({ photo: { file }, url, words }: PhotoCard): TemplateResult {
  // A file that the browser can't draw: the server may still know what it is.
  const undrawable = (event: Event) =>
    (event.target as Element).closest(".picture")!.classList.add("undrawable");
  return html`<div class="picture">
    <img part="image" ?hidden=${!url} src=${url ?? nothing} alt=${file.name} loading="lazy" decoding="async" draggable="false" @error=${undrawable} />
    ${fileSheet(file, words)}
  </div>`;
}

function caption({ photo, top, words, language }: PhotoCard) {
  const state = shownState(photo);
  if (state.name === "failed") {
    return state.withWholeCall
      ? html`<p class="todo quiet">${words.callFailed}</p>`
      : failureView(state.failure, words, language);
  }
  // Room for what will come, so that nothing jumps.
  if (state.name !== "done") return emptyScoreList(top);
  const [best] = state.labels;
  if (!best) return outputList(state, words.emptyAnswer);
  return html`${scoreList(state.labels.slice(0, top), words, language)}
    <p class="synonyms">${synonymsOf(best)}</p>`;
}
