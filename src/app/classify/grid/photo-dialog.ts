/** `<app-photo-dialog>`: one photo enlarged, with all that is known of it. */

import { html, nothing, type PropertyValues } from "lit";
import { canRetry, formatBytes, type Label, type Photo } from "../../../photos/index.ts";
import {
  failureText,
  fileSheet,
  fileSheetStyles,
  noticeStyles,
  noticeView,
  otherOutputs,
  outputList,
  outputListStyles,
  removeIcon,
  retryIcon,
  scoreList,
  scoreListStyles,
  synonymsOf,
} from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { dialogStyles } from "../../look/dialog.css.ts";
import { backIcon, copyIcon, forwardIcon } from "../../look/icons.ts";
import { laterPart } from "../../parts/later-part.ts";
import { photoStateStyles, stateLine } from "../photo/photo-state.ts";
import type { NameOf } from "../results/label-names.ts";
import { type PhotoAction, PhotoActionEvent } from "./photo-action.ts";
import { photoDialogStyles } from "./photo-dialog.css.ts";
import { photoTimes } from "./photo-times.ts";

const loadViewer = laterPart(() => import("../../viewer/index.ts"));

/** Which photo to show instead: one back or one forward. */
export class TurnEvent extends Event {
  static readonly type = "turn";
  readonly by: -1 | 1;

  constructor(by: -1 | 1) {
    super(TurnEvent.type);
    this.by = by;
  }
}

/** The dialog is closed. */
class CloseEvent extends Event {
  static readonly type = "close";

  constructor() {
    super(CloseEvent.type);
  }
}

/** Says {@link TurnEvent}, {@link PhotoActionEvent} and {@link CloseEvent}. What stands in it is shown within it. */
export class PhotoDialog extends AppElement {
  static override properties = {
    photo: { attribute: false },
    index: { type: Number },
    count: { type: Number },
    nameOf: { attribute: false },
    undrawable: { state: true },
    viewer: { state: true },
  };
  static override styles = [
    AppElement.styles,
    dialogStyles,
    photoStateStyles,
    scoreListStyles,
    outputListStyles,
    fileSheetStyles,
    noticeStyles,
    photoDialogStyles,
  ];

  /** Open while there is one. */
  declare photo: Photo | undefined;
  /** Place among the photos that are shown, from 0 on. */
  declare index: number;
  declare count: number;
  declare nameOf: NameOf;
  declare undrawable: boolean;
  /** Whether the playground's view of outputs is there. */
  declare viewer: boolean | undefined;
  #url = "";

  protected override willUpdate(changed: PropertyValues<this>): void {
    const state = this.photo?.state;
    if (state?.name === "done" && !this.viewer && changed.has("photo") && otherOutputs(state).length > 0)
      void this.#bringViewer();
    if (!changed.has("photo") || changed.get("photo")?.id === this.photo?.id) return;
    URL.revokeObjectURL(this.#url);
    this.#url = this.photo ? URL.createObjectURL(this.photo.file) : "";
    this.undrawable = false;
  }

  protected override render() {
    const { photo, words, index, count } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new CloseEvent())}
      @click=${this.#clicked} @keydown=${this.#pressed}>
      ${
        photo
          ? html`<div class="inside">
              <header>
                <h2 id="title" title=${photo.path}>${photo.path}</h2>
                <span class="place">${words.placeOf(index + 1, count)}</span>
                ${this.#turnButton(-1, backIcon, words.previousPhoto, index > 0)}
                ${this.#turnButton(1, forwardIcon, words.nextPhoto, index < count - 1)}
                <button class="bare" autofocus aria-label=${words.close} title=${words.close}
                  @click=${() => this.#dialog().close()}>${removeIcon}</button>
              </header>
              <div class="picture">${
                this.undrawable
                  ? fileSheet(photo.file, words)
                  : html`<img src=${this.#url} alt=${photo.path} draggable="false" @error=${() => {
                      this.undrawable = true;
                    }} />`
              }</div>
              <div class="about" tabindex="0" role="region" aria-label=${words.result}>${this.#about(photo)}</div>
            </div>`
          : nothing
      }
      <slot></slot>
    </dialog>`;
  }

  #about(photo: Photo) {
    const { words } = this;
    const { state, file } = photo;
    return html`
      <p>${stateLine(state, words)}</p>
      ${this.#outcome(photo)}
      ${noticeView(photo.notice, words, this.language)}
      <dl>
        <dt>${words.fileSize}</dt>
        <dd>${formatBytes(file.size)}</dd>
        ${
          state.name === "done" && state.sentBytes !== file.size
            ? html`<dt>${words.sentSize}</dt><dd>${formatBytes(state.sentBytes)}</dd>`
            : nothing
        }
      </dl>
      <div class="actions">
        ${state.name === "done" ? this.#button("copy", copyIcon, words.copy) : nothing}
        ${canRetry(photo) ? this.#button("retry", retryIcon, words.retry) : nothing}
        ${this.#button("remove", removeIcon, words.remove)}
      </div>
    `;
  }

  #outcome(photo: Photo) {
    const { words, language } = this;
    const { state } = photo;
    if (state.name === "failed") {
      const { text, todo } = failureText(state.failure, words, language);
      return html`<div><p class="error">${text}</p><p>${words.whatToDo(todo)}</p></div>`;
    }
    if (state.name !== "done") return nothing;
    return html`${state.labels.length > 0 ? this.#labels(state.labels) : nothing}
      ${this.#others(state)}
      ${photoTimes(state, words, language)}
    `;
  }

  #labels(labels: readonly Label[]) {
    const { words, language } = this;
    const best = labels[0]!;
    const lang = this.nameOf(best.label) ? "en" : nothing;
    return html`<div>
      ${scoreList(labels, words, language, this.nameOf, 3)}
      <p class="synonyms" lang=${lang}>${synonymsOf(best)}</p>
    </div>`;
  }

  /** All that labels and scores don't tell, as the playground shows it. */
  #others(state: Photo["state"] & { name: "done" }) {
    const { words } = this;
    const others = otherOutputs(state);
    return html`${
      this.viewer && others.length > 0
        ? others.map(
            ([name, value]) => html`<app-output-view .name=${name} .value=${value}></app-output-view>`,
          )
        : outputList(state, words.emptyAnswer)
    }
      ${state.labels.length > 0 ? nothing : html`<p class="quiet small">${words.howLabels}</p>`}`;
  }

  /** Until it is there, and where it can't be loaded, outputs are shown in short. */
  async #bringViewer() {
    try {
      await loadViewer();
      this.viewer = true;
    } catch {
      // The next photo that is opened tries again.
    }
  }

  #turnButton(by: -1 | 1, icon: unknown, label: string, possible: boolean) {
    return html`<button class="bare" aria-label=${label} title=${label} aria-disabled=${!possible}
      @click=${() => this.#turn(by)}>${icon}</button>`;
  }

  #button(action: PhotoAction, icon: unknown, word: string) {
    return html`<button @click=${() => this.dispatchEvent(new PhotoActionEvent(action, this.photo!.id))}>
      ${icon}${word}</button>`;
  }

  #turn(by: -1 | 1) {
    const to = this.index + by;
    if (to >= 0 && to < this.count) this.dispatchEvent(new TurnEvent(by));
  }

  /** The backdrop is the dialog's own, outside of everything in it. */
  #clicked(event: Event) {
    if (event.target === event.currentTarget) this.#dialog().close();
  }

  #pressed(event: KeyboardEvent) {
    if (event.key === "ArrowLeft") this.#turn(-1);
    else if (event.key === "ArrowRight") this.#turn(1);
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  protected override updated(): void {
    const dialog = this.#dialog();
    if (this.photo && !dialog.open) dialog.showModal();
    else if (!this.photo && dialog.open) dialog.close();
  }
}
