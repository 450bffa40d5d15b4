/** `<app-photo>`: one photo with its caption: the state, the labels or the error, and what can be done with it. */

import { html, nothing } from "lit";
import { AppElement } from "../look/app-element.ts";
import {
  doneIcon,
  failedIcon,
  fileIcon,
  removeIcon,
  retryIcon,
  runningIcon,
  waitingIcon,
} from "../look/icons.ts";
import { failureText } from "../serving/failure-text.ts";
import { canRetry, type Photo } from "./photo.ts";
import { photoCardStyles } from "./photo-card.css.ts";

const ICONS = { waiting: waitingIcon, running: runningIcon, done: doneIcon, failed: failedIcon };

/** Says "remove" and "retry" as events of these names; both carry nothing, the photo is the card's own. */
export class PhotoCard extends AppElement {
  static override properties = { photo: { attribute: false }, undrawable: { state: true } };
  static override styles = [AppElement.styles, photoCardStyles];

  declare photo: Photo;
  /** The browser can't draw this file; the server may still know what it is. */
  declare undrawable: boolean;

  constructor() {
    super();
    this.undrawable = false;
  }

  protected override render() {
    const { photo, words } = this;
    const { file, state } = photo;
    return html`<article aria-label=${file.name} data-state=${state.name} aria-busy=${state.name === "running"}>
      <div class="picture">${this.#picture()}</div>
      <div class="line">
        <span class="state ${state.name}">${ICONS[state.name]}${words[state.name]}</span>
        <span class="file" title=${file.name}>${file.name}</span>
        ${
          canRetry(photo)
            ? html`<button class="bare" @click=${() => this.#say("retry")} title=${words.retry}
                aria-label=${words.retryPhoto(file.name)}>${retryIcon}</button>`
            : nothing
        }
        <button class="bare" @click=${() => this.#say("remove")} title=${words.remove}
          aria-label=${words.removePhoto(file.name)}>${removeIcon}</button>
      </div>
      <div class="caption">${this.#caption()}</div>
    </article>`;
  }

  #picture() {
    const { file, url } = this.photo;
    if (file.type.startsWith("image/") && !this.undrawable) {
      return html`<img src=${url} alt=${file.name} loading="lazy" decoding="async" draggable="false"
        @error=${() => {
          this.undrawable = true;
        }} />`;
    }
    return html`<div class="file-sheet">${fileIcon}<span>${file.type || this.words.noPreview}</span></div>`;
  }

  #caption() {
    const { state } = this.photo;
    if (state.name === "failed") return this.#failure();
    const guesses = state.name === "done" ? state.guesses : undefined;
    const [best] = guesses ?? [];
    return html`<h2 class="label">${best?.name}</h2>
      <app-scores .guesses=${guesses}></app-scores>
      <p class="synonyms">${best && best.label !== best.name ? best.label : nothing}</p>`;
  }

  #failure() {
    const { state } = this.photo;
    if (state.name !== "failed") return nothing;
    const { words } = this;
    if (state.withWholeCall) return html`<p class="quiet">${words.callFailed}</p>`;
    const { text, todo } = failureText(state.failure, words, this.language);
    return html`<p class="error">${text}</p><p class="todo">${words.whatToDo(todo)}</p>`;
  }

  #say(name: "retry" | "remove") {
    this.dispatchEvent(new CustomEvent(name));
  }
}
