/** `<serving-classifier>`: photos in, labels out. */

import { html, nothing, type PropertyValues } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Failure } from "../../failures/index.ts";
import { type Photo, PhotoQueue } from "../../photos/index.ts";
import { IMAGES, outputListStyles, refusalOf, scoreListStyles, TAGS } from "../../ui/index.ts";
import { ServingElement } from "../base/serving-element.ts";
import { failureBanner } from "../look/failure-view.ts";
import { announcementOf } from "./announcement.ts";
import { tools } from "./classifier-tools.ts";
import type { ClassifierEvents, ServingClassifier as Face } from "./classifier-type.ts";
import { dropZone } from "./drop-zone.ts";
import { maxSideOf } from "./max-side.ts";
import { listenForPaste, noteUse, stopListeningForPaste } from "./paste.ts";
import { type PhotoResult, resultOf, toldTally } from "./photo.ts";
import { photoCard } from "./photo-card.ts";
import { Previews } from "./previews.ts";
import { classifierStyles } from "./serving-classifier.css.ts";

export class ServingClassifier extends ServingElement implements Face {
  static override properties = {
    input: { useDefault: true },
    top: { type: Number, useDefault: true },
    accept: { useDefault: true },
    multiple: { type: Boolean },
    shrink: {},
    wait: { type: Boolean },
    hovering: { state: true },
  };
  static override styles = [ServingElement.styles, scoreListStyles, outputListStyles, classifierStyles];

  declare input: string;
  declare top: number;
  declare accept: string;
  declare multiple: boolean;
  declare shrink: number | string | null | undefined;
  declare wait: boolean;
  declare hovering: boolean;

  readonly #previews = new Previews();
  readonly #queue = new PhotoQueue({
    client: () => this.client(),
    maxSide: () => maxSideOf(this.shrink),
    input: () => this.input,
    onPassing: () => (this.wait ? "wait" : "fail"),
    onChange: () => this.#drawSoon(),
    onSettled: (photo) => this.#settled(photo),
  });
  readonly #paste = { element: this, take: (files: File[]) => this.#take(files) };
  #drawing: number | undefined;
  /** For screen readers: what was found last. */
  #latest: Photo | undefined;

  constructor() {
    super("resnet50", "classify_top5");
    this.input = "image";
    this.top = 5;
    this.accept = IMAGES;
    this.multiple = false;
    this.wait = false;
    this.hovering = false;
  }

  get result(): PhotoResult[] {
    return this.#photos.map(resultOf).filter((result) => result !== undefined);
  }

  async classify(files: Iterable<File> | File): Promise<PhotoResult[]> {
    const list = files instanceof File ? [files] : [...files];
    const added = this.#add(list, () => undefined);
    const photos = await Promise.all(added.map(({ id }) => this.#queue.whenSettled(id)));
    return photos.map((photo) => resultOf(photo)!);
  }

  clear(): void {
    this.#queue.remove();
    this.#latest = undefined;
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

  protected override stop(): void {
    this.#queue.cancel();
    this.#previews.keep([]);
  }

  protected override render() {
    const { words, language } = this;
    const photos = this.#photos;
    const failure = this.#queue.halt?.failure;
    this.#previews.keep(photos);
    return html`<div lang=${TAGS[language]}>
      ${this.#zone(photos.length > 0)}
      <div role="alert">
        ${failure ? failureBanner(failure, words, language, () => this.#queue.tryAgain()) : nothing}
      </div>
      ${photos.length === 0 ? html`<slot name="empty"></slot>` : this.#list(photos)}
      <slot name="footer"></slot>
      <p class="unseen" role="status">${announcementOf(this.#latest, this.#queue.tally, words, language)}</p>
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

  get #photos(): Photo[] {
    return [...this.#queue.photos.values()];
  }

  #list(photos: readonly Photo[]) {
    const { words, multiple } = this;
    const { tally, halt } = this.#queue;
    // The message of a call that failed as a whole has its own button.
    const again = halt ? 0 : tally.retryable;
    const retry = () => this.#queue.retry();
    const clear = () => this.#clearAll();
    return html`${multiple ? tools({ tally, again, words, retry, clear }) : nothing}
      ${
        photos.some(({ state }) => state.name === "done" && state.labels.length === 0)
          ? html`<p class="quiet note" part="note">${words.howLabels}</p>`
          : nothing
      }
      <ul class="photos ${multiple ? "" : "single"}" part="photos" aria-label=${words.photos}>
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
        retry: () => this.#queue.retry([photo.id]),
        remove: () => this.#remove(photo),
      }),
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("input")) this.retarget();
  }

  /** Photos that are not on their way yet go where the attributes say now. */
  protected override retarget(): void {
    this.#queue.renew();
  }

  /** Once a frame: a thousand photos change thousands of times. */
  #drawSoon(): void {
    this.#drawing ??= requestAnimationFrame(() => {
      this.#drawing = undefined;
      this.requestUpdate();
    });
  }

  #settled(photo: Photo): void {
    const { file, state } = photo;
    this.#latest = photo;
    if (state.name === "done") {
      const { outputs, labels } = state;
      this.emit<ClassifierEvents["serving-result"]>("serving-result", { file, outputs, labels });
    } else if (state.name === "failed") {
      this.emit<ClassifierEvents["serving-error"]>("serving-error", { file, error: state.failure });
    }
    this.#tellProgress();
  }

  #tellProgress(): void {
    this.emit<ClassifierEvents["serving-progress"]>("serving-progress", toldTally(this.#queue.tally));
  }

  #add(files: readonly File[], refusal: (file: File) => Failure | undefined): Photo[] {
    noteUse(this.#paste);
    if (!this.multiple) this.#queue.remove();
    const added = this.#queue.add(files, refusal);
    this.#tellProgress();
    return added;
  }

  /** Files that a reader gave. */
  #take(files: readonly File[]): void {
    const taken = this.multiple ? files : files.slice(0, 1);
    if (taken.length > 0) this.#add(taken, refusalOf(this.accept));
  }

  async #remove(photo: Photo): Promise<void> {
    const at = this.#photos.indexOf(photo);
    this.#queue.remove([photo.id]);
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
