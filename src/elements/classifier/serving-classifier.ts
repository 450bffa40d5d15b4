/** `<serving-classifier>`: photos in, labels out. */

import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { type Failure } from "../../failures/index.ts";
import { failureText, removeIcon, retryIcon, scoreListStyles, TAGS } from "../../ui/index.ts";
import type { ClassifierEvents, ServingClassifier as Face } from "../faces.ts";
import { failureBanner } from "../look/failure-view.ts";
import { ServingElement } from "../serving-element.ts";
import { refusalOf } from "./accept.ts";
import { dropZone } from "./drop-zone.ts";
import { listenForPaste, noteUse, stopListeningForPaste } from "./paste.ts";
import { canRetry, type Photo, type PhotoResult, resultOf, tally } from "./photo.ts";
import { photoCard } from "./photo-card.ts";
import { PhotoQueue } from "./photo-queue.ts";
import { Previews } from "./previews.ts";
import { classifierStyles } from "./serving-classifier.css.ts";
import { uploadBytes } from "./upload-bytes.ts";

/** Longest side of a photo under the attribute `shrink` without a number: more than image models look at. */
const SHRINK_TO = 1024;

export class ServingClassifier extends ServingElement implements Face {
  static override properties = {
    input: { useDefault: true },
    top: { type: Number, useDefault: true },
    accept: { useDefault: true },
    multiple: { type: Boolean },
    shrink: {},
    hovering: { state: true },
  };
  static override styles = [ServingElement.styles, scoreListStyles, classifierStyles];

  declare input: string;
  declare top: number;
  declare accept: string;
  declare multiple: boolean;
  declare shrink: number | string | null | undefined;
  declare hovering: boolean;

  readonly #previews = new Previews();
  readonly #queue = new PhotoQueue({
    connect: () => this.connect(),
    prepare: (file, signal) => uploadBytes(file, this.#maxSide(), signal),
    input: () => this.input,
    changed: () => this.#drawSoon(),
    settled: (photo) => this.#settled(photo),
  });
  readonly #paste = { element: this, take: (files: File[]) => this.#take(files) };
  #drawing: number | undefined;
  /** For screen readers: what was found last. */
  #news: Photo | undefined;

  constructor() {
    super("resnet50", "classify_top5");
    this.input = "image";
    this.top = 5;
    this.accept = "image/*";
    this.multiple = false;
    this.hovering = false;
  }

  get result(): PhotoResult[] {
    return this.#queue.photos.map(resultOf).filter((result) => result !== undefined);
  }

  async classify(files: Iterable<File> | File): Promise<PhotoResult[]> {
    const list = files instanceof File ? [files] : [...files];
    const photos = await Promise.all(this.#add(list, () => undefined));
    return photos.map((photo) => resultOf(photo)!);
  }

  clear(): void {
    this.#queue.clear();
    this.#news = undefined;
    this.requestUpdate();
    this.#tellProgress();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    listenForPaste(this.#paste);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    stopListeningForPaste(this.#paste);
  }

  protected override left(): void {
    this.#queue.stop();
    this.#previews.keep([]);
  }

  protected override render() {
    const { words, language } = this;
    const { photos, wholeFailure } = this.#queue;
    this.#previews.keep(photos);
    return html`<div lang=${TAGS[language]}>
      ${this.#zone(photos.length > 0)}
      <div role="alert">
        ${wholeFailure ? failureBanner(wholeFailure, words, language, () => this.#retry()) : nothing}
      </div>
      ${photos.length === 0 ? html`<slot name="empty"></slot>` : this.#photos(photos)}
      <slot name="footer"></slot>
      <p class="unseen" role="status">${this.#told()}</p>
    </div>`;
  }

  protected override updated(): void {
    if (this.#previews.rest()) this.#drawSoon();
  }

  #zone(small: boolean) {
    const { hovering, multiple, accept, words } = this;
    return dropZone({
      small,
      hovering,
      multiple,
      accept,
      words,
      take: (files) => this.#take(files),
      hover: (over) => {
        this.hovering = over;
      },
      used: () => noteUse(this.#paste),
    });
  }

  #photos(photos: readonly Photo[]) {
    return html`${this.multiple ? this.#tools(photos) : nothing}
      <ul class="photos ${this.multiple ? "" : "single"}" part="photos" aria-label=${this.words.photos}>
        ${repeat(
          photos,
          ({ id }) => id,
          (photo) => html`<li>${this.#card(photo)}</li>`,
        )}
      </ul>`;
  }

  /** Drawn anew only when something of it changed: there may be a thousand. */
  #card(photo: Photo) {
    const { words, language, top } = this;
    const url = this.#previews.urlOf(photo);
    return guard([photo, url, language, top], () =>
      photoCard({
        photo,
        url,
        top,
        words,
        language,
        retry: () => this.#queue.retry([photo]),
        remove: () => this.#remove(photo),
      }),
    );
  }

  #tools(photos: readonly Photo[]): TemplateResult {
    const { words } = this;
    const { done, failed, total } = tally(photos);
    const again = photos.filter(canRetry).length;
    // The message of a call that failed as a whole has its own button.
    return html`<div class="tools">
      <p part="progress">${words.progress(done, failed, total)}</p>
      <div>${
        again > 0 && !this.#queue.wholeFailure
          ? html`<button @click=${this.#retry}>${retryIcon}${words.retryFailed(again)}</button>`
          : nothing
      }
      <button @click=${this.#clearAll}>${removeIcon}${words.clear}</button></div>
    </div>`;
  }

  #told(): string {
    const { words, language } = this;
    const { photos } = this.#queue;
    if (!this.#news || photos.length === 0) return "";
    const { file, state } = this.#news;
    const { done, failed, total } = tally(photos);
    const news =
      state.name === "done"
        ? words.photoDone(file.name, state.labels[0]!.name)
        : state.name === "failed"
          ? words.photoFailed(file.name, failureText(state.failure, words, language).text)
          : "";
    return total === 1 ? news : `${news}; ${words.progress(done, failed, total)}`;
  }

  /** Once a frame: a thousand photos change thousands of times. */
  #drawSoon(): void {
    this.#drawing ??= requestAnimationFrame(() => {
      this.#drawing = undefined;
      this.requestUpdate();
    });
  }

  #maxSide(): number | undefined {
    const { shrink } = this;
    if (shrink === undefined || shrink === null) return undefined;
    return shrink === "" ? SHRINK_TO : Number(shrink);
  }

  #settled(photo: Photo): void {
    const { file, state } = photo;
    // Somebody took it away: nobody needs to be told.
    if (state.name === "failed" && state.failure.kind === "removed") return;
    this.#news = photo;
    if (state.name === "done") {
      const { outputs, labels } = state;
      this.emit<ClassifierEvents["serving-result"]>("serving-result", { file, outputs, labels });
    } else if (state.name === "failed") {
      this.emit<ClassifierEvents["serving-error"]>("serving-error", { file, error: state.failure });
    }
    this.#tellProgress();
  }

  #tellProgress(): void {
    this.emit<ClassifierEvents["serving-progress"]>("serving-progress", tally(this.#queue.photos));
  }

  #add(files: readonly File[], refusal: (file: File) => Failure | undefined): Promise<Photo>[] {
    noteUse(this.#paste);
    if (!this.multiple) this.#queue.clear();
    const settled = this.#queue.add(files, refusal);
    this.#tellProgress();
    return settled;
  }

  /** Files that a reader gave. */
  #take(files: readonly File[]): void {
    const taken = this.multiple ? files : files.slice(0, 1);
    if (taken.length > 0) this.#add(taken, refusalOf(this.accept));
  }

  #retry(): void {
    this.#queue.retry(this.#queue.photos.filter(canRetry));
  }

  async #remove(photo: Photo): Promise<void> {
    const { photos } = this.#queue;
    const at = photos.indexOf(photo);
    this.#queue.remove(photo);
    this.#tellProgress();
    this.requestUpdate();
    await this.updateComplete;
    // The button that had the focus is gone; the next photo's takes its place.
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>(".remove");
    (buttons[at] ?? buttons[at - 1] ?? this.#chooseButton()).focus();
  }

  #clearAll(): void {
    this.clear();
    this.#chooseButton().focus();
  }

  #chooseButton(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>("[part=button]")!;
  }
}
