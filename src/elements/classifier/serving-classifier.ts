/** `<serving-classifier>`: photos in, labels out. */

import { html, nothing, type PropertyValues } from "lit";
import { type Failure, notPhoto } from "../../failures/index.ts";
import { type Incoming, type Photo, PhotoQueue } from "../../photos/index.ts";
import {
  type Given,
  IMAGES,
  Intake,
  intakeNoteStyles,
  intakeNotes,
  isListed,
  refusalOf,
  TAGS,
} from "../../ui/index.ts";
import { ServingElement } from "../base/serving-element.ts";
import { failureBanner } from "../look/failure-view.ts";
import { announcementOf } from "./announcement.ts";
import type { ClassifierEvents, ServingClassifier as Face } from "./classifier-type.ts";
import { dropZone } from "./drop-zone.ts";
import { maxSideOf } from "./max-side.ts";
import { listenForPaste, noteUse, stopListeningForPaste } from "./paste.ts";
import { type PhotoResult, resultOf, toldTally } from "./photo.ts";
import { photoList, photoListStyles } from "./photo-list.ts";
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
  static override styles = [ServingElement.styles, photoListStyles, intakeNoteStyles, classifierStyles];

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
  readonly #intake = new Intake({
    photos: (photos) => this.#add(photos, refusalOf(this.accept)),
    leftOut: (file) => this.#tellFailure(file, notPhoto(file)),
    changed: () => this.requestUpdate(),
    isWanted: (file) => isListed(this.accept, file),
    isSingle: () => !this.multiple,
    nameOf: (time) => this.words.pastedAt(time),
  });
  readonly #paste = { element: this, take: (given: Given) => this.#take(given) };
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
    this.#intake.clear();
    this.#latest = undefined;
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
    this.#intake.clear();
    this.#previews.keep([]);
  }

  protected override render() {
    const { words, language } = this;
    const photos = this.#photos;
    const failure = this.#queue.halt?.failure;
    this.#previews.keep(photos);
    return html`<div lang=${TAGS[language]}>
      ${this.#zone(photos.length > 0)}
      ${intakeNotes(this.#intake, words, language)}
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
      take: (given) => this.#take(given),
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
    const { words, language, multiple, top } = this;
    return photoList({
      photos,
      queue: this.#queue,
      previews: this.#previews,
      multiple,
      top,
      words,
      language,
      clear: () => this.#clearAll(),
      remove: (photo) => this.#remove(photo),
    });
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
      this.#tellFailure(file, state.failure);
    }
    this.#tellProgress();
  }

  #tellFailure(file: File, error: Failure): void {
    this.emit<ClassifierEvents["serving-error"]>("serving-error", { file, error });
  }

  #tellProgress(): void {
    this.emit<ClassifierEvents["serving-progress"]>("serving-progress", toldTally(this.#queue.tally));
  }

  #add(files: readonly (File | Incoming)[], refusal: (file: File) => Failure | undefined): Photo[] {
    noteUse(this.#paste);
    if (!this.multiple) this.#queue.remove();
    const added = this.#queue.add(files, refusal);
    this.#tellProgress();
    return added;
  }

  /** What a reader gave. */
  #take(given: Given): void {
    noteUse(this.#paste);
    void this.#intake.take(given);
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
