/** The photos with their captions, and above several what can be done with all of them. */

import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Photo, PhotoQueue } from "../../photos/index.ts";
import {
  fileSheetStyles,
  type Language,
  noticeStyles,
  outputListStyles,
  scoreListStyles,
} from "../../ui/index.ts";
import type { Words } from "../words/en.ts";
import { tools } from "./classifier-tools.ts";
import { photoCard } from "./photo-card.ts";
import type { Previews } from "./previews.ts";

export const photoListStyles = [scoreListStyles, outputListStyles, fileSheetStyles, noticeStyles];

interface PhotoList {
  photos: readonly Photo[];
  queue: PhotoQueue;
  previews: Previews;
  multiple: boolean;
  /** Most labels of a photo. */
  top: number;
  words: Words;
  language: Language;
  clear(): void;
  remove(photo: Photo): void;
}

export function photoList(list: PhotoList): TemplateResult {
  const { photos, queue, multiple, words, clear } = list;
  const { tally, halt } = queue;
  // The message of a call that failed as a whole has its own button.
  const again = halt ? 0 : tally.retryable;
  const retry = () => queue.retry();
  return html`${multiple ? tools({ tally, again, words, retry, clear }) : nothing}
    ${tally.unlabelled > 0 ? html`<p class="quiet note" part="note">${words.howLabels}</p>` : nothing}
    <ul class="photos ${multiple ? "" : "single"}" part="photos" aria-label=${words.photos}>
      ${repeat(
        photos,
        ({ id }) => id,
        (photo) => html`<li>${card(photo, list)}</li>`,
      )}
    </ul>`;
}

/** Drawn anew only when something of it changed: there may be a thousand. */
function card(photo: Photo, { queue, previews, top, words, language, remove }: PhotoList) {
  const url = previews.urlOf(photo);
  return guard([photo, url, language, top], () =>
    photoCard({
      photo,
      url,
      top,
      words,
      language,
      retry: () => queue.retry([photo.id]),
      remove: () => remove(photo),
    }),
  );
}
