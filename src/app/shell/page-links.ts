/** `<app-page-links>`: the links to all pages; those for which the bar has no room stand in a menu at its end. */

import { css, html, nothing } from "lit";
import { AppElement } from "../look/app-element.ts";
import { moreIcon } from "../look/icons.ts";
import { linkedRequest, linkTo, PAGES, type PageName, page, playgroundQuery } from "../state/route.ts";

/** How wide a window has to be for a page's link to stand in the bar. */
const ROOM: Record<PageName, "any" | "tablet" | "desktop"> = {
  classify: "any",
  evaluate: "any",
  playground: "any",
  live: "tablet",
  add: "tablet",
  load: "desktop",
  inspector: "desktop",
};

/** Somebody is about to turn to this page. */
export class PrepareEvent extends Event {
  static readonly type = "prepare";
  readonly page: PageName;

  constructor(name: PageName) {
    super(PrepareEvent.type);
    this.page = name;
  }
}

/** Says {@link PrepareEvent}. */
export class PageLinks extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host,
      nav {
        display: flex;
        flex: 1;
        min-width: 0;
        height: 100%;
      }
      a,
      .more {
        display: flex;
        align-items: center;
        gap: 2px;
        padding-inline: 12px;
        border: 0 solid transparent;
        border-block-width: 2px;
        border-radius: 0;
        background: none;
        color: var(--_ink-quiet);
        font-weight: inherit;
        text-decoration: none;
        white-space: nowrap;
      }
      a:hover,
      .more:hover,
      [aria-current] {
        color: var(--_ink);
      }
      .more:hover:not(:disabled) {
        border-color: transparent;
        background: none;
      }
      nav > [aria-current] {
        border-bottom-color: var(--_accent);
      }
      a:focus-visible,
      .more:focus-visible {
        outline-offset: -4px;
      }
      [popover] {
        inset: var(--bar) 16px auto auto;
        min-width: 180px;
        margin: 0;
        padding: 6px;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        background: var(--_field);
        color: var(--_ink);
        box-shadow: var(--_shadow);
      }
      [popover] a {
        min-height: 40px;
      }
      [popover] [aria-current] {
        font-weight: 600;
      }
      .more,
      [popover] a {
        display: none;
      }
      @media (max-width: 1400px) {
        nav > a.desktop {
          display: none;
        }
        .more:has(~ [popover] .desktop),
        [popover] .desktop {
          display: flex;
        }
        .more.desktop:not(:disabled) {
          border-bottom-color: var(--_accent);
          color: var(--_ink);
        }
      }
      @media (max-width: 640px) {
        nav > a.tablet {
          display: none;
        }
        .more,
        [popover] .tablet {
          display: flex;
        }
        .more.tablet:not(:disabled) {
          border-bottom-color: var(--_accent);
          color: var(--_ink);
        }
        a,
        .more {
          padding-inline: 8px;
        }
      }
      @media (max-width: 430px) {
        nav > a,
        .more {
          padding-inline: 6px;
          font-size: var(--_small);
        }
        .more span {
          position: absolute;
          width: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(page, playgroundQuery, linkedRequest);
  }

  protected override render() {
    const { words } = this;
    const rest = PAGES.filter((name) => ROOM[name] !== "any");
    return html`<nav aria-label=${words.pages}>
      ${PAGES.map((name) => this.#link(name))}
      <button class="more ${ROOM[page.value]}" popovertarget="rest"><span>${words.morePages}</span>${moreIcon}</button>
      <div popover id="rest" @click=${this.#close}>${rest.map((name) => this.#link(name))}</div>
    </nav>`;
  }

  #link(name: PageName) {
    const prepare = () => this.dispatchEvent(new PrepareEvent(name));
    return html`<a class=${ROOM[name]} href=${linkTo(name)} aria-current=${page.value === name ? "page" : nothing}
      @pointerenter=${prepare} @focus=${prepare}>${this.words[name]}</a>`;
  }

  #close() {
    this.renderRoot.querySelector<HTMLElement>("[popover]")!.hidePopover();
  }
}
