/** `<app-photo-card>`: one photo with its caption: the state, the labels or the error, and what can be done with it. */

import { html, nothing, type PropertyValues } from "lit";
import { canRetry, type Photo } from "../../../photos/index.ts";
import {
  emptyScoreList,
  failureText,
  fileSheet,
  fileSheetStyles,
  fileSheetText,
  noticeStyles,
  noticeView,
  outputList,
  outputListStyles,
  removeIcon,
  retryIcon,
  scoreList,
  scoreListStyles,
  synonymsOf,
} from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { copyIcon } from "../../look/icons.ts";
import { photoStateStyles, stateLine, stateMark } from "../photo/photo-state.ts";
import { MOST_LABELS, shownLabels } from "../photo/shown-labels.ts";
import type { NameOf } from "../results/label-names.ts";
import { type PhotoAction, PhotoActionEvent } from "./photo-action.ts";
import { photoCardStyles } from "./photo-card.css.ts";
import { thumbnails } from "./thumbnails.ts";

/** Beside a notice. */
const FEWER_LABELS = 2;

/** Characters at a name's end that are never cut off: a number and the ending. */
const KEPT_END = 12;

/** Says what is to be done with its photo as a {@link PhotoActionEvent}. */
export class PhotoCard extends AppElement {
  static override properties = {
    photo: { attribute: false },
    nameOf: { attribute: false },
    reachable: { attribute: false },
    side: { attribute: false },
    picture: { state: true },
  };
  static override styles = [
    AppElement.styles,
    photoStateStyles,
    scoreListStyles,
    outputListStyles,
    fileSheetStyles,
    noticeStyles,
    photoCardStyles,
  ];

  declare photo: Photo;
  declare nameOf: NameOf;
  /** Whether the Tab key stops here; the arrow keys reach every card. */
  declare reachable: boolean;
  /** Longest side of the picture, in pixels of its own. */
  declare side: number;
  /** `undefined` until it is known; `false` when the browser can't draw this file. */
  declare picture: HTMLCanvasElement | false | undefined;
  #leaving = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#bringPicture();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("side")) this.#bringPicture();
  }

  #bringPicture(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    const { id, file } = this.photo;
    thumbnails.of(id, file, this.side, this.#leaving.signal).then(
      (picture) => {
        if (this.isConnected) this.picture = picture ?? false;
      },
      () => {
        // Off the screen before it was drawn.
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  /** To the picture, from which everything else of the card is one Tab away. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".picture")!.focus({ preventScroll: true });
  }

  protected override render() {
    const { photo, words } = this;
    const { path, state } = photo;
    const tab = this.reachable ? "0" : "-1";
    return html`<article aria-label=${path} data-state=${state.name}>
      <button class="picture" tabindex=${tab} aria-label=${this.#pictureText()}
        @click=${() => this.#say("open")}>${this.#picture()}</button>
      <div class="line">
        ${state.name === "done" || state.name === "failed" ? stateMark(state, words) : nothing}
        <span class="file" title=${path}><span>${path.slice(0, -KEPT_END)}</span><span>${path.slice(-KEPT_END)}</span></span>
        <span class="does">${state.name === "done" ? this.#button("copy", copyIcon, words.copy, words.copyPhoto(path), tab) : nothing}
        ${canRetry(photo) && !(state.name === "failed" && state.withWholeCall) ? this.#button("retry", retryIcon, words.retry, words.retryPhoto(path), tab) : nothing}
        ${this.#button("remove", removeIcon, words.remove, words.removePhoto(path), tab)}</span>
      </div>
      <div class="caption">${this.#caption()}</div>
    </article>`;
  }

  /** With what stands on the button, where that is text. */
  #pictureText() {
    const { photo, words } = this;
    const enlarge = words.enlarge(photo.path);
    return this.picture === false ? `${enlarge}, ${fileSheetText(photo.file, words)}` : enlarge;
  }

  #picture() {
    if (this.picture === false) {
      return fileSheet(this.photo.file, this.words);
    }
    return this.picture ?? nothing;
  }

  #button(action: PhotoAction, icon: unknown, title: string, label: string, tab: string) {
    return html`<button class="bare" tabindex=${tab} title=${title} aria-label=${label}
      @click=${() => this.#say(action)}>${icon}</button>`;
  }

  #caption() {
    const { photo, words } = this;
    const { state } = photo;
    if (state.name === "failed") return this.#failure();
    // A notice takes the place of the last labels.
    const labels = shownLabels(photo).slice(0, photo.notice ? FEWER_LABELS : MOST_LABELS);
    const [best] = labels;
    if (state.name === "done" && !best) return outputList(state, words.emptyAnswer);
    const local = best && this.nameOf(best.label);
    return html`${best ? scoreList(labels, words, this.language, this.nameOf, 3) : this.#unsettled()}
      ${
        photo.notice
          ? noticeView(photo.notice, words, this.language)
          : html`<p class="synonyms" lang=${local ? "en" : nothing}>${best && synonymsOf(best)}</p>`
      }`;
  }

  /** The state stands where the label will be. */
  #unsettled() {
    return html`<p class="unsettled">${stateLine(this.photo.state, this.words)}</p>
      ${emptyScoreList(MOST_LABELS)}`;
  }

  #failure() {
    const { state } = this.photo;
    if (state.name !== "failed") return nothing;
    const { words } = this;
    if (state.withWholeCall) return html`<p class="quiet">${words.callFailed}</p>`;
    const { text, todo } = failureText(state.failure, words, this.language);
    return html`<p class="error">${text}</p><p class="todo">${words.whatToDo(todo)}</p>`;
  }

  #say(action: PhotoAction) {
    this.dispatchEvent(new PhotoActionEvent(action, this.photo.id));
  }
}

/** The card that an event happened in. */
export function cardOf(event: Event): PhotoCard | undefined {
  const found = event.composedPath().find((node) => (node as Element).localName === "app-photo-card");
  return found as PhotoCard | undefined;
}
