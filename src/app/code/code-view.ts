/** `<app-code-view>`: a call as code, a tab for each language. */

import { css, html, nothing, type PropertyValues } from "lit";
import { doneIcon, TAGS } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { copyText } from "../look/copy.ts";
import { copyIcon } from "../look/icons.ts";
import { tabStyles } from "../look/tab.css.ts";
import { DEFAULTS } from "../state/settings.ts";
import { type Code, codeFor } from "./code-for.ts";
import { type CodeRequest, fileInput } from "./code-request.ts";

type Language = keyof Code;

const NAMES: Readonly<Record<Language, string>> = {
  html: "HTML",
  typescript: "TypeScript",
  react: "React",
  python: "Python",
};

export class CodeView extends AppElement {
  static override properties = {
    request: { attribute: false },
    chosen: { state: true },
    copied: { state: true },
    multiple: { state: true },
  };

  static override styles = [
    AppElement.styles,
    tabStyles,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: 4px;
        border-bottom: 1px solid var(--_line);
      }
      [role="tablist"] {
        display: flex;
        flex: 1;
      }
      :focus-visible {
        outline-offset: -3px;
      }
      .about {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        padding: 12px 16px 0;
      }
      .about p {
        flex: 1 1 100%;
      }
      .copy {
        margin-inline-start: auto;
      }
      .about label {
        display: flex;
        gap: 6px;
        align-items: center;
        width: fit-content;
        min-height: var(--_control);
      }
      .at-work a {
        color: inherit;
      }
      .at-work {
        display: grid;
        gap: 8px;
        padding: 0 16px 16px;
      }
      pre {
        margin: 0;
        padding: 16px;
        overflow: auto;
        line-height: 1.5;
        tab-size: 2;
      }
    `,
  ];

  /** Nothing is shown without one. */
  declare request: CodeRequest | undefined;
  declare chosen: Language;
  declare copied: boolean;
  /** Whether the code takes several files at a time. */
  declare multiple: boolean;

  constructor() {
    super();
    this.multiple = true;
    this.chosen = "typescript";
    this.copied = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("request")) this.copied = false;
  }

  protected override render() {
    const { words, request } = this;
    if (!request) return nothing;
    const input = fileInput(request);
    const code = codeFor({ ...request, multiple: this.multiple }, TAGS[this.language]);
    const languages = (Object.keys(NAMES) as Language[]).filter((language) => code[language] !== undefined);
    const chosen = code[this.chosen] === undefined ? "typescript" : this.chosen;
    const text = code[chosen]!;
    return html`
      <div class="head">
        <div role="tablist" aria-label=${words.codeLanguage} @keydown=${(event: KeyboardEvent) => this.#press(event, languages)}>
          ${languages.map(
            (language) => html`<button role="tab" id=${language} aria-controls="code"
              aria-selected=${language === chosen} tabindex=${language === chosen ? 0 : -1}
              @click=${() => this.#choose(language)}>${NAMES[language]}</button>`,
          )}
        </div>
      </div>
      <div class="about">
        <p class="quiet small">${this.#whereTo(chosen)}</p>
        ${
          input === undefined
            ? nothing
            : html`<label class="small"><input type="checkbox" .checked=${this.multiple}
                @change=${(event: Event) => this.#setMultiple((event.target as HTMLInputElement).checked)} />
                ${words.severalFiles}</label>`
        }
        <button class="copy" @click=${() => this.#copy(text)}>
          ${this.copied ? doneIcon : copyIcon}${this.copied ? words.copied : words.copy}</button>
      </div>
      <pre id="code" role="tabpanel" aria-labelledby=${chosen} tabindex="0" lang="en" translate="no">${text}</pre>
      ${chosen === "html" && input !== undefined ? this.#atWork(request, input) : nothing}
      <p class="unseen" role="status">${this.copied ? words.copied : ""}</p>
    `;
  }

  /** Where the code goes, and what is to be there first. */
  #whereTo(language: Language) {
    const { words } = this;
    switch (language) {
      case "html":
        return words.htmlGoes;
      case "typescript":
        return html`${words.typescriptGoes} ${this.#first()}`;
      case "react":
        return html`${words.reactGoes} ${this.#first()}`;
      case "python":
        return this.request?.photos?.maxSide === undefined ? words.pythonGoes : words.pythonGoesPillow;
    }
  }

  #first() {
    const { words } = this;
    return html`${words.installFirst} <code>npm install mindspore-serving-web</code> ${words.installUntil}`;
  }

  #atWork(request: CodeRequest, input: string) {
    const { words } = this;
    const {
      address,
      servable,
      method,
      version = "0",
      timeoutMs = DEFAULTS.timeoutMs,
      metadata,
      photos,
    } = request;
    return html`<section class="at-work" aria-label=${words.elementAtWork}>
      <p class="quiet small">${words.elementAtWork} · <a href="elements.html" target="_blank">${words.elementsPage}</a></p>
      <serving-classifier wait lang=${this.language} .multiple=${this.multiple} .address=${address} .servable=${servable}
        .method=${method} .version=${version} .timeoutMs=${timeoutMs} .metadata=${metadata} .input=${input}
        .shrink=${photos?.maxSide}></serving-classifier>
    </section>`;
  }

  #setMultiple(multiple: boolean) {
    this.multiple = multiple;
    this.copied = false;
  }

  #choose(language: Language) {
    this.chosen = language;
    this.copied = false;
  }

  async #press(event: KeyboardEvent, languages: Language[]) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const at = languages.indexOf(this.chosen) + step + languages.length;
    this.#choose(languages[at % languages.length]!);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")!.focus();
  }

  async #copy(text: string) {
    this.copied = await copyText(text);
  }
}
