/** `<app-photo-table>`: the photos, what was found on them, and what can be done with all or one of them. */

import { html, nothing } from "lit";
import type { Incoming, PhotoQueue } from "../../../photos/index.ts";
import { failureText } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { copyText } from "../../look/copy.ts";
import type { Toast } from "../../look/toast.ts";
import { FEW } from "../grid/measures.ts";
import type { PhotoActionEvent } from "../grid/photo-action.ts";
import type { TurnEvent } from "../grid/photo-dialog.ts";
import type { PhotoGrid } from "../grid/photo-grid.ts";
import { thumbnails } from "../grid/thumbnails.ts";
import { QueueController } from "../photo/queue-controller.ts";
import { announcementOf } from "../results/announcement.ts";
import { type Arrangement, AS_ADDED, arrange, type Section } from "../results/arrange.ts";
import { saveResults, toText } from "../results/export.ts";
import { labelNames, type NameOf, noNames } from "../results/label-names.ts";
import type { QueueActionEvent } from "../results/queue-bar.ts";
import { sectionTitle } from "../results/section-title.ts";
import type { ArrangeEvent, SaveEvent } from "../results/table-tools.ts";
import { photoTableStyles } from "./photo-table.css.ts";
import { ClearedEvent, FocusLostEvent, ShowFailureEvent, TableEvent } from "./table-events.ts";

/** Says {@link TableEvent}, {@link ClearedEvent}, {@link ShowFailureEvent} and {@link FocusLostEvent}. */
export class PhotoTable extends AppElement {
  static override properties = {
    arrangement: { state: true },
    nameOf: { state: true },
    enlarged: { state: true },
    told: { attribute: false },
  };
  static override styles = [AppElement.styles, photoTableStyles];

  declare arrangement: Arrangement;
  declare nameOf: NameOf;
  /** Id of the photo that is shown enlarged. */
  declare enlarged: number | undefined;
  /** Whether the page says why no call is made, with a button that tries again. */
  declare told: boolean;

  readonly #queue: PhotoQueue = new QueueController(this).queue;
  #sections: Section[] = [];
  #arrangedFor: readonly unknown[] = [];

  constructor() {
    super();
    this.arrangement = AS_ADDED;
    this.nameOf = noNames;
  }

  /** @param show whether the first of them is to be scrolled to: not of those that come after others of the same drop */
  async add(files: readonly (File | Incoming)[], show: boolean): Promise<void> {
    const [first] = this.#queue.add(files);
    this.requestUpdate();
    if (!show) return;
    await this.updateComplete;
    const grid = this.#grid();
    await grid?.updateComplete;
    grid?.reveal(grid.indexOf(first!.id));
  }

  /** Goes on after calls have failed as a whole. */
  tryAgain(): void {
    this.#queue.tryAgain();
  }

  /** Says something in a few words where it is seen: over the page lies the dialog, if one is open. */
  tell(word: string): void {
    this.#find<Toast>(`${this.enlarged === undefined ? "" : "app-photo-dialog "}app-toast`)!.say(word);
  }

  protected override willUpdate(): void {
    void labelNames(this.language).then((nameOf) => {
      this.nameOf = nameOf;
    });
    const { photos, revision } = this.#queue;
    const wanted = [revision, this.arrangement, this.nameOf, this.language];
    if (wanted.every((one, i) => one === this.#arrangedFor[i])) return;
    this.#arrangedFor = wanted;
    this.#sections = arrange(photos.values(), this.arrangement, this.nameOf, this.language);
  }

  protected override render() {
    return html`${this.#queue.tally.all > 0 ? this.#table() : nothing}
      <app-toast></app-toast>
      ${this.#dialog()}`;
  }

  #table() {
    return html`
      <app-queue-bar .queue=${this.#queue} .revision=${{}} .told=${this.told} @queue-action=${this.#control}></app-queue-bar>
      <app-table-tools .arrangement=${this.arrangement} @arrange=${(event: ArrangeEvent) => {
        this.arrangement = event.arrangement;
      }} @save=${this.#save}></app-table-tools>
      ${this.#queue.tally.unlabelled > 0 ? html`<p class="quiet small note">${this.words.howLabels}</p>` : nothing}
      <section class="table ${this.#queue.tally.all <= FEW ? "few" : ""}" aria-label=${this.words.photos} @photo-action=${this.#act}>${this.#photos()}</section>
    `;
  }

  #photos() {
    const { words } = this;
    if (this.#sections.length === 0) {
      return html`<div class="nothing"><p>${words.noMatch}</p>
        <button @click=${() => {
          this.arrangement = { ...this.arrangement, query: "", show: "all", sure: "any" };
        }}>${words.showAllAgain}</button></div>`;
    }
    return html`<app-photo-grid .sections=${this.#sections} .photos=${this.#queue.photos} .revision=${{}}
      .nameOf=${this.nameOf} .titleOf=${this.#titleOf}></app-photo-grid>`;
  }

  #titleOf = (section: Section): string =>
    sectionTitle(section, this.arrangement.group, this.words, this.nameOf);

  #dialog() {
    const { enlarged } = this;
    const photo = enlarged === undefined ? undefined : this.#queue.photos.get(enlarged);
    const shown = this.#sections.flatMap(({ photos }) => photos);
    const index = photo ? shown.findIndex(({ id }) => id === photo.id) : -1;
    return html`<app-photo-dialog .photo=${photo} .index=${index} .count=${shown.length} .nameOf=${this.nameOf}
        @photo-action=${this.#act} @close=${this.#closed}
        @turn=${({ by }: TurnEvent) => {
          this.enlarged = shown[index + by]!.id;
        }}><app-toast></app-toast></app-photo-dialog>
    `;
  }

  protected override updated(): void {
    const { words, language, nameOf } = this;
    this.dispatchEvent(
      new TableEvent(this.#queue, announcementOf(this.#queue, words, language, nameOf), nameOf),
    );
  }

  #control({ action }: QueueActionEvent) {
    if (action === "clear") this.#clear();
    else if (action === "tell") this.dispatchEvent(new ShowFailureEvent());
    else this.#queue[action]();
  }

  #act({ action, id }: PhotoActionEvent) {
    if (action === "open") this.enlarged = id;
    else if (action === "remove") void this.#remove(id);
    else if (action === "copy") void this.#copy(id);
    else this.#queue[action]([id]);
  }

  async #remove(id: number) {
    const grid = this.#grid();
    const index = grid?.indexOf(id) ?? 0;
    const wasEnlarged = this.enlarged === id;
    // Before this one goes: without a photo the dialog would close.
    if (wasEnlarged) this.enlarged = (grid?.at(index + 1) ?? grid?.at(index - 1))?.id;
    thumbnails.forget(id);
    this.#queue.remove([id]);
    this.requestUpdate();
    await this.updateComplete;
    if (wasEnlarged) return;
    // The button that had the focus is gone; the next photo's takes its place.
    const next = this.#grid()?.at(index) ?? this.#grid()?.at(index - 1);
    if (next) void this.#grid()!.focusAt(index);
    else this.dispatchEvent(new FocusLostEvent());
  }

  async #copy(id: number) {
    const copied = await copyText(toText(this.#queue.photos.get(id)!));
    this.tell(copied ? this.words.copied : this.words.notCopied);
  }

  async #closed() {
    const { enlarged } = this;
    this.enlarged = undefined;
    const grid = this.#grid();
    const index = enlarged === undefined ? -1 : (grid?.indexOf(enlarged) ?? -1);
    if (index >= 0) await grid!.focusAt(index);
    else this.dispatchEvent(new FocusLostEvent());
  }

  #clear() {
    this.arrangement = AS_ADDED;
    for (const id of this.#queue.photos.keys()) thumbnails.forget(id);
    this.#queue.remove();
    this.dispatchEvent(new ClearedEvent());
    this.dispatchEvent(new FocusLostEvent());
  }

  /** What is shown now, in its order. */
  #save({ kind }: SaveEvent) {
    saveResults(
      kind,
      this.#sections.flatMap(({ photos }) => photos),
      (failure) => failureText(failure, this.words, this.language).text,
    );
  }

  #grid(): PhotoGrid | null {
    return this.#find<PhotoGrid>("app-photo-grid");
  }

  #find<E extends Element>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }
}
