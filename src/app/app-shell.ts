/** `<app-shell>`: the bar and, below it, the page that the address names. */

import { css, html, nothing } from "lit";
import { AppElement } from "./look/app-element.ts";
import { mark } from "./look/icons.ts";
import { PAGES, type PageName, page } from "./route.ts";
import { switchLanguage } from "./words/language.ts";

const NAME = "MindSpore Serving";

export class AppShell extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      header {
        position: sticky;
        z-index: 4;
        top: 0;
        height: var(--bar);
        border-bottom: 1px solid var(--line);
        background: var(--ground);
      }
      .bar,
      main {
        max-width: 1248px;
        margin-inline: auto;
        padding-inline: 24px;
      }
      .bar {
        display: flex;
        align-items: center;
        height: 100%;
        gap: 4px;
      }
      .name {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-inline-end: 16px;
        font-weight: 600;
        white-space: nowrap;
      }
      .name svg {
        color: var(--accent);
      }
      nav {
        display: flex;
        flex: 1;
        height: 100%;
      }
      nav a {
        display: flex;
        align-items: center;
        padding-inline: 12px;
        border-block: 2px solid transparent;
        color: var(--ink-quiet);
        text-decoration: none;
        white-space: nowrap;
      }
      nav a:hover,
      nav a[aria-current] {
        color: var(--ink);
      }
      nav a[aria-current] {
        border-bottom-color: var(--accent);
      }
      nav a:focus-visible {
        outline-offset: -4px;
      }
      .skip:not(:focus) {
        position: absolute;
        clip-path: inset(50%);
      }
      .language {
        font-size: var(--small);
      }
      main {
        padding-block: 20px 32px;
        outline: none;
      }
      @media (max-width: 640px) {
        .bar {
          padding-inline: 16px 8px;
        }
        .name {
          margin-inline-end: 4px;
        }
        .name span {
          display: none;
        }
        nav a {
          padding-inline: 10px;
        }
        @media (max-width: 360px) {
          .bar {
            padding-inline: 12px 4px;
            gap: 0;
          }
          nav a {
            padding-inline: 7px;
          }
        }
        main {
          padding: 16px 16px calc(var(--control) + 40px + env(safe-area-inset-bottom));
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(page);
  }

  protected override render() {
    const { words } = this;
    const other = this.language === "zh" ? "en" : "zh";
    return html`
      <header>
        <div class="bar">
          <button class="skip" @click=${() => this.renderRoot.querySelector("main")!.focus()}>${words.skip}</button>
          <div class="name">${mark}<span>${NAME}</span></div>
          <nav aria-label=${words.pages}>${PAGES.map((name) => this.#link(name))}</nav>
          <app-status></app-status>
          <button class="bare language" lang=${other === "zh" ? "zh-CN" : "en"}
            @click=${() => switchLanguage(other)}>${other === "zh" ? "中文" : "English"}</button>
        </div>
      </header>
      <main tabindex="-1">
        <app-classify ?hidden=${page.value !== "classify"}></app-classify>
        <app-add ?hidden=${page.value !== "add"}></app-add>
      </main>
    `;
  }

  #link(name: PageName) {
    return html`<a href=${`#/${name}`} aria-current=${page.value === name ? "page" : nothing}>${this.words[name]}</a>`;
  }

  protected override updated(): void {
    document.title = `${this.words[page.value]} · ${NAME}`;
  }
}
