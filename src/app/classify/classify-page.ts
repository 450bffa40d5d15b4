/** `<app-classify-page>`: photos in, labels out. */

import { html, nothing } from "lit";
import { codeMissing, type Failure, sampleMissing } from "../../failures/index.ts";
import type { Incoming, Photo } from "../../photos/index.ts";
import type { Sample } from "../../samples/index.ts";
import { failureText, whenIdle } from "../../ui/index.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import { copyText } from "../look/copy.ts";
import { codeIcon } from "../look/icons.ts";
import type { Toast } from "../look/toast.ts";
import { loadPart } from "../parts.ts";
import { goTo } from "../state/route.ts";
import { changeSettings, settings } from "../state/settings.ts";
import type { CameraDialog } from "./camera/camera-dialog.ts";
import { classifyPageStyles } from "./classify-page.css.ts";
import { type DemoFacts, fetchDemoFacts } from "./demo-note.ts";
import type { PhotoActionEvent } from "./grid/photo-action.ts";
import type { TurnEvent } from "./grid/photo-dialog.ts";
import type { PhotoGrid } from "./grid/photo-grid.ts";
import { thumbnails } from "./grid/thumbnails.ts";
import { emptyTable } from "./intake/empty-table.ts";
import type { IntakeEvent, PhotoIntake } from "./intake/photo-intake.ts";
import type { SampleStrip, SamplesEvent } from "./intake/sample-strip.ts";
import { pageTop } from "./page-top.ts";
import { PhotoTable } from "./photo/photo-table.ts";
import { newsOf } from "./results/announcement.ts";
import { AS_ADDED, arrange, type Section, type Wish } from "./results/arrange.ts";
import { saveResults, toText } from "./results/export.ts";
import { labelNames, type NameOf, noNames } from "./results/label-names.ts";
import type { QueueActionEvent } from "./results/queue-bar.ts";
import { sectionTitle } from "./results/section-title.ts";
import type { WishEvent } from "./results/table-tools.ts";

export class ClassifyPage extends AppElement {
  static override properties = {
    demo: { state: true },
    sampleFailure: { state: true },
    wish: { state: true },
    nameOf: { state: true },
    enlarged: { state: true },
  };
  static override styles = [AppElement.styles, classifyPageStyles];

  declare demo: DemoFacts | undefined;
  declare sampleFailure: { failure: Failure; samples: readonly Sample[] } | undefined;
  declare wish: Wish;
  declare nameOf: NameOf;
  /** Id of the photo that is shown enlarged. */
  declare enlarged: number | undefined;

  readonly #table = new PhotoTable(this);
  #sections: Section[] = [];
  #arrangedFor: readonly unknown[] = [];

  constructor() {
    super();
    this.wish = AS_ADDED;
    this.nameOf = noNames;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(settings);
    // A failure shows when they are needed, which tries again.
    whenIdle(() => void this.#bringPhotos().catch(() => {}));
    void fetchDemoFacts().then((facts) => {
      this.demo = facts;
    });
  }

  protected override willUpdate(): void {
    void labelNames(this.language).then((nameOf) => {
      this.nameOf = nameOf;
    });
    const { photos, revision } = this.#table;
    const wanted = [revision, this.wish, this.nameOf, this.language];
    if (wanted.every((one, i) => one === this.#arrangedFor[i])) return;
    this.#arrangedFor = wanted;
    this.#sections = arrange(photos.values(), this.wish, this.nameOf, this.language);
  }

  protected override render() {
    const { words, demo } = this;
    const { tally, halt, opened } = this.#table;
    return html`
      ${pageTop(words, settings.value, demo, this.#takeSamples)}
      <div class="actions">
        <app-photo-intake .shrink=${settings.value.shrink} .savedBytes=${tally.savedBytes}
          @intake=${this.#taken} @camera=${this.#openCamera}
          @shrink=${(event: Event) => changeSettings({ shrink: (event.target as PhotoIntake).shrink })}></app-photo-intake>
        <button class="bare use" @click=${this.#showCode}>
          ${codeIcon}${words.useInCode}</button>
      </div>
      ${
        tally.all > 0
          ? html`<app-queue-bar .queue=${opened} .revision=${{}} @queue-action=${this.#control}></app-queue-bar>
              <app-table-tools .wish=${this.wish} @wish=${(event: WishEvent) => {
                this.wish = event.wish;
              }} @csv=${() => this.#save("csv")} @json=${() => this.#save("json")}></app-table-tools>`
          : nothing
      }
      <section class="table" aria-label=${words.photos} @photo-action=${this.#act}>
        ${tally.all === 0 ? emptyTable(words, () => this.#intake().choose()) : this.#photos()}
      </section>
      <p class="unseen" role="status">${opened ? newsOf(opened, words, this.language, this.nameOf) : nothing}</p>
      <app-failure-banner .failure=${this.sampleFailure?.failure ?? halt?.failure} @retry=${this.#retryAll}></app-failure-banner>
      <app-drop-target @intake=${this.#taken}></app-drop-target>
      <app-toast></app-toast>
      ${this.#dialogs()}
    `;
  }

  #photos() {
    const { words } = this;
    if (this.#sections.length === 0) {
      return html`<div class="nothing"><p>${words.noMatch}</p>
        <button @click=${() => {
          this.wish = { ...this.wish, query: "", show: "all" };
        }}>${words.showAllAgain}</button></div>`;
    }
    return html`<app-photo-grid .sections=${this.#sections} .photos=${this.#table.photos} .revision=${{}}
      .nameOf=${this.nameOf} .titleOf=${this.#titleOf}></app-photo-grid>`;
  }

  #titleOf = (section: Section): string => sectionTitle(section, this.wish.group, this.words, this.nameOf);

  #dialogs() {
    const { enlarged } = this;
    const photo = enlarged === undefined ? undefined : this.#table.photos.get(enlarged);
    const shown = this.#sections.flatMap(({ photos }) => photos);
    const index = photo ? shown.findIndex(({ id }) => id === photo.id) : -1;
    return html`
      <app-photo-dialog .photo=${photo} .index=${index} .count=${shown.length} .nameOf=${this.nameOf}
        @photo-action=${this.#act} @close=${this.#closed}
        @turn=${({ by }: TurnEvent) => {
          this.enlarged = shown[index + by]!.id;
        }}><app-toast></app-toast></app-photo-dialog>
      <app-camera-dialog @intake=${this.#taken}></app-camera-dialog>
    `;
  }

  #taken({ files, trouble }: IntakeEvent) {
    if (trouble) this.#tell(this.words[trouble]);
    void this.#take(files);
  }

  async #openCamera() {
    if (await this.#loadPhotos()) void this.#find<CameraDialog>("app-camera-dialog")!.open();
  }

  #bringPhotos(): Promise<unknown> {
    return Promise.all([loadPart("photos"), this.#table.queue()]);
  }

  async #loadPhotos(): Promise<boolean> {
    try {
      await this.#bringPhotos();
      return true;
    } catch {
      this.sampleFailure = { failure: codeMissing(), samples: [] };
      return false;
    }
  }

  async #take(files: readonly Incoming[]) {
    this.sampleFailure = undefined;
    if (files.length === 0 || !(await this.#loadPhotos())) return;
    goTo("classify");
    const [first] = (await this.#table.queue()).add(files);
    void this.#show(first!);
  }

  async #show({ id }: Photo) {
    this.requestUpdate();
    await this.updateComplete;
    const grid = this.#grid();
    await grid?.updateComplete;
    grid?.reveal(grid.indexOf(id));
  }

  #takeSamples = ({ files, lost }: SamplesEvent): void => {
    void this.#take(files);
    const [first] = lost;
    if (!first) return;
    this.sampleFailure = { failure: sampleMissing({ en: first.alt, zh: first.altZh }), samples: lost };
  };

  #retryAll() {
    if (this.sampleFailure)
      void this.#find<SampleStrip>("app-sample-strip")!.load(this.sampleFailure.samples);
    else this.#table.opened?.tryAgain();
  }

  #control({ action }: QueueActionEvent) {
    if (action === "clear") this.#clear();
    else this.#table.opened?.[action]();
  }

  #act({ action, id }: PhotoActionEvent) {
    if (action === "open") this.enlarged = id;
    else if (action === "remove") void this.#remove(id);
    else if (action === "copy") void this.#copy(id);
    else this.#table.opened?.[action]([id]);
  }

  #showCode() {
    this.dispatchEvent(new CodeEvent(settings.value, [{ image: new File([], "photo.jpg") }]));
  }

  async #remove(id: number) {
    const grid = this.#grid();
    const index = grid?.indexOf(id) ?? 0;
    const wasEnlarged = this.enlarged === id;
    // Before this one goes: without a photo the dialog would close.
    if (wasEnlarged) this.enlarged = (grid?.at(index + 1) ?? grid?.at(index - 1))?.id;
    thumbnails.forget(id);
    this.#table.opened?.remove([id]);
    this.requestUpdate();
    await this.updateComplete;
    if (wasEnlarged) return;
    // The button that had the focus is gone; the next photo's takes its place.
    const next = this.#grid()?.at(index) ?? this.#grid()?.at(index - 1);
    if (next) void this.#grid()!.focusAt(index);
    else this.#intake().focus();
  }

  async #copy(id: number) {
    const copied = await copyText(toText(this.#table.photos.get(id)!));
    this.#tell(copied ? this.words.copied : this.words.notCopied);
  }

  async #closed() {
    const { enlarged } = this;
    this.enlarged = undefined;
    const grid = this.#grid();
    const index = enlarged === undefined ? -1 : (grid?.indexOf(enlarged) ?? -1);
    if (index >= 0) await grid!.focusAt(index);
    else this.#intake().focus();
  }

  #clear() {
    this.sampleFailure = undefined;
    this.wish = AS_ADDED;
    for (const id of this.#table.photos.keys()) thumbnails.forget(id);
    this.#table.opened?.remove();
    this.#intake().focus();
  }

  /** What is shown now, in its order. */
  #save(kind: "csv" | "json") {
    saveResults(
      kind,
      this.#sections.flatMap(({ photos }) => photos),
      (failure) => failureText(failure, this.words, this.language).text,
    );
  }

  #tell(word: string) {
    // Over the page lies the dialog, out of whose reach nothing is seen or told.
    const place = this.enlarged === undefined ? "" : "app-photo-dialog ";
    this.#find<Toast>(`${place}app-toast`)!.say(word);
  }

  #intake(): PhotoIntake {
    return this.#find<PhotoIntake>("app-photo-intake")!;
  }

  #grid(): PhotoGrid | null {
    return this.#find<PhotoGrid>("app-photo-grid");
  }

  #find<E extends Element>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }
}
