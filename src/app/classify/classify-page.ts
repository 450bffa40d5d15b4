/** `<app-classify>`: photos in, labels out. */

import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { AppElement } from "../look/app-element.ts";
import { photoIcon, removeIcon, retryIcon } from "../look/icons.ts";
import { goTo } from "../route.ts";
import type { Sample } from "../samples/samples.ts";
import { call, type Failure } from "../serving/call.ts";
import { failureText } from "../serving/failure-text.ts";
import { classifyPageStyles } from "./classify-page.css.ts";
import { type DemoFacts, fetchDemoFacts } from "./demo-note.ts";
import { listenForFiles } from "./files-from-outside.ts";
import { type Photo, tally } from "./photo.ts";
import { PhotoTable } from "./photo-table.ts";
import { sampleFile } from "./sample-strip.ts";

const SERVABLE = "resnet50";
const METHOD = "classify_top5";

export class ClassifyPage extends AppElement {
  static override properties = {
    hovering: { state: true },
    demo: { state: true },
    sampleFailure: { state: true },
  };
  static override styles = [AppElement.styles, classifyPageStyles];

  /** Files hang over the page. */
  declare hovering: boolean;
  declare demo: DemoFacts | undefined;
  declare sampleFailure: { failure: Failure; samples: readonly Sample[] } | undefined;

  readonly #table = new PhotoTable(
    (files, signal) =>
      call({ servable: SERVABLE, method: METHOD, instances: files.map((image) => ({ image })), signal }),
    () => this.requestUpdate(),
  );
  #stopListening: (() => void) | undefined;

  constructor() {
    super();
    this.hovering = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = listenForFiles({
      files: (files) => this.#take(files),
      hovering: (hovering) => {
        this.hovering = hovering;
      },
    });
    void fetchDemoFacts().then((facts) => {
      this.demo = facts;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  protected override render() {
    const { words, demo } = this;
    const { photos } = this.#table;
    const failure = this.sampleFailure?.failure ?? this.#table.wholeFailure;
    return html`
      <div class="top">
        <div class="title">
          <h1>${words.classifyTitle}</h1>
          <p class="quiet">${words.classifyIntro(`${SERVABLE}.${METHOD}`)}</p>
          <p class="quiet small note">${demo ? words.demoNote(demo.model, demo.release) : nothing}</p>
        </div>
        <div class="samples">
          <p class="quiet small">
            ${words.samples} · <a href="samples/NOTICES.txt" target="_blank" rel="noopener">${words.credits}</a>
          </p>
          <app-samples
            @choose=${(event: CustomEvent<readonly Sample[]>) => this.#addSamples(event.detail)}></app-samples>
        </div>
      </div>
      <input id="files" type="file" multiple accept="image/*" hidden @change=${this.#chosen} />
      <div class="actions">
        <button class="primary choose" @click=${this.#openChooser}>${photoIcon}${words.choose}</button>
        ${this.#tableActions()}
      </div>
      <section class="table" aria-label=${words.photos}>
        ${photos.length === 0 ? this.#emptyTable() : this.#photos(photos)}
      </section>
      <p class="unseen" role="status">${this.#news()}</p>
      <app-failure .failure=${failure} @retry=${this.#retryAll}></app-failure>
      <div class="drop ${this.hovering ? "hovering" : ""}" aria-hidden="true"><p>${photoIcon}${words.dropNow}</p></div>
    `;
  }

  #emptyTable() {
    const { words } = this;
    // For the pointer only; the button above does the same for everybody.
    return html`<label class="zone" for="files">
      ${photoIcon}
      <span class="with-pointer"><strong>${words.emptyTable}</strong><br />${words.emptyTableMore}</span>
      <span class="with-finger"><strong>${words.emptyTableTouch}</strong><br />${words.emptyTableTouchMore}</span>
    </label>`;
  }

  #photos(photos: readonly Photo[]) {
    return html`<ul class="grid">
      ${repeat(
        photos,
        ({ id }) => id,
        (photo) => html`<li>
          <app-photo id=${`photo-${photo.id}`} .photo=${photo}
            @retry=${() => this.#table.retry([photo.id])}
            @remove=${() => this.#remove(photo)}></app-photo>
        </li>`,
      )}
    </ul>`;
  }

  #tableActions() {
    const { words } = this;
    const { all, done, failed, retryable } = tally(this.#table.photos);
    if (all === 0) return nothing;
    // The message of a call that failed as a whole has its own button.
    const retry = retryable > 0 && !this.#table.wholeFailure;
    return html`<p class="progress">${words.progress(done, failed, all)}</p>
      ${
        retry
          ? html`<button class="retry" @click=${() => this.#table.retry()}>${retryIcon}${words.retryFailed(retryable)}</button>`
          : nothing
      }
      <button class="clear" aria-label=${words.clear} @click=${() => this.#clear()}>
        ${removeIcon}<span>${words.clear}</span>
      </button>`;
  }

  /** For screen readers: what the last call found, and how far all is. */
  #news(): string {
    const { words } = this;
    const { photos, news } = this.#table;
    if (photos.length === 0) return "";
    const found = news.map(({ file, state }) => {
      if (state.name === "done") return words.photoDone(file.name, state.guesses[0]!.name);
      if (state.name !== "failed") return "";
      const { text } = failureText(state.failure, words, this.language);
      return words.photoFailed(file.name, text);
    });
    const { all, done, failed } = tally(photos);
    return [...found, words.progress(done, failed, all)].join("; ");
  }

  #openChooser() {
    this.renderRoot.querySelector<HTMLInputElement>("#files")!.click();
  }

  #chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    this.#take([...(input.files ?? [])]);
    // So that the same file can be chosen again.
    input.value = "";
  }

  #take(files: File[]) {
    this.sampleFailure = undefined;
    this.#add(files);
  }

  #add(files: File[]) {
    if (files.length === 0) return;
    goTo("classify");
    const [first] = this.#table.add(files);
    void this.#show(first!);
  }

  async #show({ id }: Photo) {
    await this.updateComplete;
    const card = this.renderRoot.querySelector(`#photo-${id}`);
    // One that begins in sight stays where it is: the next sample is to be under the finger still.
    const top = card?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) card!.scrollIntoView({ block: "nearest" });
  }

  async #addSamples(samples: readonly Sample[]) {
    this.sampleFailure = undefined;
    const files = await Promise.allSettled(samples.map(sampleFile));
    const lost = samples.filter((_, i) => files[i]!.status === "rejected");
    const [first] = lost;
    if (first) {
      const about = this.language === "zh" ? first.altZh : first.alt;
      this.sampleFailure = { failure: { word: "sampleMissing", about }, samples: lost };
    }
    this.#add(files.filter((one) => one.status === "fulfilled").map(({ value }) => value));
  }

  #retryAll() {
    if (this.sampleFailure) void this.#addSamples(this.sampleFailure.samples);
    else this.#table.retry();
  }

  async #remove(photo: Photo) {
    const { photos } = this.#table;
    const next = photos[photos.indexOf(photo) + 1] ?? photos.at(-2);
    this.#table.remove(photo.id);
    await this.updateComplete;
    // The button that had the focus is gone; the next photo's takes its place.
    const card = next && this.renderRoot.querySelector<HTMLElement>(`#photo-${next.id}`);
    if (card) card.shadowRoot?.querySelector<HTMLElement>("button:last-of-type")?.focus();
    else this.#focusChoose();
  }

  #clear() {
    this.sampleFailure = undefined;
    this.#table.clear();
    this.#focusChoose();
  }

  #focusChoose() {
    this.renderRoot.querySelector<HTMLElement>(".choose")!.focus();
  }
}
