/** `<app-photo-grid>`: the table of photos. Only cards in sight exist, however many photos there are. */

import { html, nothing } from "lit";
import type { Photo } from "../../../photos/index.ts";
import { AppElement } from "../../look/app-element.ts";
import type { Section } from "../results/arrange.ts";
import type { NameOf } from "../results/label-names.ts";
import { rowsInSight, scrollToShow } from "./covered.ts";
import { withFewNew } from "./few-new.ts";
import { keyTarget } from "./grid-keys.ts";
import { firstWhole, GridLayout, type Placed, type PlacedSection } from "./grid-layout.ts";
import { inWindow } from "./in-window.ts";
import { cardPlace, measuresOf } from "./measures.ts";
import { PhotoActionEvent } from "./photo-action.ts";
import { cardOf, type PhotoCard } from "./photo-card.ts";
import { photoGridStyles } from "./photo-grid.css.ts";
import { sectionHeading } from "./section-heading.ts";

/** Above and below the screen, so that a turn of the wheel meets cards that are there. */
const AHEAD_PX = 300;

/** New cards in one frame: each takes some 5 ms, and only a wheel that is turned very fast outruns them. */
const MOST_NEW = 3;

export class PhotoGrid extends AppElement {
  static override properties = {
    sections: { attribute: false },
    photos: { attribute: false },
    revision: { attribute: false },
    nameOf: { attribute: false },
    titleOf: { attribute: false },
  };

  static override styles = [AppElement.styles, photoGridStyles];

  declare sections: readonly Section[];
  /** Where a photo's present state is looked up. */
  declare photos: ReadonlyMap<number, Photo>;
  /** Any value that is another one after a change of a photo. */
  declare revision: unknown;
  declare nameOf: NameOf;
  /** A section's heading; empty without grouping. */
  declare titleOf: (section: Section) => string;

  #order: Photo[] = [];
  #width = 0;
  /** Upper edge of the window, in pixels from the table's top. */
  #top = 0;
  /** Height of a control in pixels: more where a finger is to hit it. */
  #control = 0;
  #measures = measuresOf({ width: 1, height: 1, control: 1, grouped: false, count: 0 });
  #layout = new GridLayout([], this.#measures);
  #shown: PlacedSection[] = [];
  /** Ids of the photos whose cards are in the page. */
  #drawn = new Set<number>();
  /** New cards that may still come in this frame, in which the table may be drawn more than once. */
  #newLeft = MOST_NEW;
  /** Id of the photo whose card has the focus. */
  #focused: number | undefined;
  /** The same one while the table is drawn, which may take the focus off it. */
  #held: number | undefined;
  #frame: number | undefined;
  readonly #resized = new ResizeObserver(([entry]) => {
    if (entry!.contentRect.width === this.#width) return;
    this.#width = entry!.contentRect.width;
    this.requestUpdate();
  });

  constructor() {
    super();
    this.sections = [];
    this.addEventListener("keydown", this.#move);
    this.addEventListener("focusin", (event) => {
      this.#focused = cardOf(event)?.photo.id;
      this.requestUpdate();
    });
    this.addEventListener("focusout", () => {
      this.#focused = undefined;
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    window.addEventListener("scroll", this.#scrolled, { passive: true });
    window.addEventListener("resize", this.#turned);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    window.removeEventListener("scroll", this.#scrolled);
    window.removeEventListener("resize", this.#turned);
  }

  /** Shows the photo's card and gives it the focus; the last one's when there is no such place. */
  async focusAt(index: number): Promise<void> {
    const at = Math.min(index, this.#order.length - 1);
    if (at < 0) return;
    this.#focused = this.#order[at]!.id;
    this.reveal(at);
    this.requestUpdate();
    await this.updateComplete;
    this.#cardOf(this.#focused)?.focus();
  }

  /** A card that was laid down anew, since sorting or grouping gives it another place, has lost the focus. */
  async #holdFocus(id: number): Promise<void> {
    const card = this.#cardOf(id);
    if (!card || card.matches(":focus-within")) return;
    await card.updateComplete;
    card.focus();
  }

  #cardOf(id: number): PhotoCard | null {
    return this.renderRoot.querySelector<PhotoCard>(`#photo-${id}`);
  }

  /** Scrolls as little as needed to show the card. */
  reveal(index: number): void {
    const y = this.#layout.topOf(index);
    if (y !== undefined) scrollToShow(this.getBoundingClientRect().top + y, this.#measures.cardHeight);
  }

  /** Place of a photo among those shown; -1 when it isn't. */
  indexOf(id: number): number {
    return this.#order.findIndex((photo) => photo.id === id);
  }

  /** The photo at a place, as it is now. */
  at(index: number): Photo | undefined {
    const photo = this.#order[index];
    return photo && this.photos.get(photo.id);
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#measure();
    this.#order = this.sections.flatMap(({ photos }) => photos);
    const grouped = this.sections.length > 0 && this.titleOf(this.sections[0]!) !== "";
    const [width, count] = [this.#width || this.clientWidth, this.photos.size];
    this.#measures = measuresOf({ width, height: innerHeight, control: this.#control, grouped, count });
    this.#layout = new GridLayout(
      this.sections.map(({ photos }) => photos.length),
      this.#measures,
    );
    this.#held = this.#focused;
    this.#shown = this.#fewNew(this.#wanted());
    const drawn = new Set(this.#shown.flatMap(({ cards }) => cards.map(this.#id)));
    for (const id of drawn) if (!this.#drawn.has(id)) this.#newLeft = Math.max(0, this.#newLeft - 1);
    this.#drawn = drawn;
  }

  protected override updated(): void {
    if (this.#held !== undefined) void this.#holdFocus(this.#held);
    this.#scrolled();
  }

  /** What is to be in the page: what is in sight or nearly, and the card with the focus. */
  #wanted(): PlacedSection[] {
    const focused = this.#focused === undefined ? -1 : this.indexOf(this.#focused);
    const pinned = focused < 0 ? undefined : focused;
    return this.#layout.within(this.#top - AHEAD_PX, this.#top + innerHeight + AHEAD_PX, pinned);
  }

  #fewNew(wanted: PlacedSection[]): PlacedSection[] {
    const isThere = (index: number) => {
      const id = this.#order[index]!.id;
      return this.#drawn.has(id) || id === this.#focused;
    };
    return withFewNew(wanted, isThere, this.#newLeft, this.#top + innerHeight / 2);
  }

  /** At a frame's start, when all is laid out: asked for while the table is drawn, it would be laid out twice. */
  #measure(): void {
    this.#top = -this.getBoundingClientRect().top;
    this.#control = Number.parseInt(getComputedStyle(this).getPropertyValue("--_control"), 10);
  }

  #id = ({ index }: Placed): number => this.#order[index]!.id;

  protected override render() {
    const stop = this.#tabStop();
    return html`<div class="field" .style=${`height: ${this.#layout.height}px`}>
      ${inWindow(
        this.#shown,
        ({ index }) => this.sections[index]!.key,
        (section) => this.#section(section, stop),
      )}
    </div>`;
  }

  #section({ index, y, height, cards }: PlacedSection, stop: number | undefined) {
    const section = this.sections[index]!;
    const title = this.titleOf(section);
    return html`<section .style=${`top: ${y}px; height: ${height}px`} aria-label=${title || nothing}>
      ${sectionHeading(title, section.photos.length, this.words)}
      <ul>
        ${inWindow(cards, this.#id, (card) => this.#card(card, stop))}
      </ul>
    </section>`;
  }

  #card({ index, x, y }: Placed, stop: number | undefined) {
    const photo = this.at(index);
    if (!photo) return nothing;
    const { wide, side } = this.#measures;
    return html`<li .style=${cardPlace(x, y, this.#measures, this.#width)} aria-setsize=${this.#order.length} aria-posinset=${index + 1}>
      <app-photo-card id=${`photo-${photo.id}`} .photo=${photo} .nameOf=${this.nameOf} .side=${side} ?wide=${wide}
        .reachable=${photo.id === stop}></app-photo-card>
    </li>`;
  }

  /** The card that the Tab key comes to: the one with the focus, else the first whole one in sight. */
  #tabStop(): number | undefined {
    if (this.#focused !== undefined && this.indexOf(this.#focused) >= 0) return this.#focused;
    const first = firstWhole(this.#shown, this.#top);
    return first && this.#order[first.index]!.id;
  }

  /** A photo alone is as high as the window lets it be. */
  #turned = (): void => this.requestUpdate();

  #scrolled = (): void => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#newLeft = MOST_NEW;
      this.#measure();
      const ids = this.#wanted().flatMap(({ cards }) => cards.map(this.#id));
      if (ids.length !== this.#drawn.size || ids.some((id) => !this.#drawn.has(id))) this.requestUpdate();
    });
  };

  #move = (event: KeyboardEvent): void => {
    const card = cardOf(event);
    if (!card || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const index = this.indexOf(card.photo.id);
    if (event.key === "Delete") {
      card.dispatchEvent(new PhotoActionEvent("remove", card.photo.id));
      return;
    }
    const { cardHeight, gapY } = this.#measures;
    const count = this.#order.length;
    const table = { layout: this.#layout, count, rowsInSight: rowsInSight(cardHeight + gapY) };
    const to = keyTarget(event.key, index, table);
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to < count) void this.focusAt(to);
  };
}
