/** `<app-shell>`: the bar and, below it, the page that the address names. */

import { html, nothing } from "lit";
import { codeMissing, type Failure } from "../../failures/index.ts";
import type { CodeDialog } from "../code/code-dialog.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import { mark, settingsIcon } from "../look/icons.ts";
import { laterPart } from "../parts/later-part.ts";
import { newVersion, takeNewVersion } from "../pwa/register.ts";
import { connection } from "../serving/connection.ts";
import type { SettingsDialog } from "../settings/settings-dialog.ts";
import { type PageName, page } from "../state/route.ts";
import type { SettingsEvent } from "../status/status.ts";
import { switchLanguage } from "../words/language.ts";
import type { PrepareEvent } from "./page-links.ts";
import { shellStyles } from "./shell.css.ts";

const NAME = "MindSpore Serving";

/** Those that come when somebody turns to them; Classify is there from the start. */
const PARTS = {
  add: laterPart(() => import("../add/index.ts")),
  code: laterPart(() => import("../code/index.ts")),
  inspector: laterPart(() => import("../inspector/index.ts")),
  live: laterPart(() => import("../live/index.ts")),
  evaluate: laterPart(() => import("../evaluate/index.ts")),
  load: laterPart(() => import("../load/index.ts")),
  playground: laterPart(() => import("../playground/index.ts")),
  settings: laterPart(() => import("../settings/index.ts")),
};

type PartName = keyof typeof PARTS;

const isPart = (name: string): name is PartName => Object.hasOwn(PARTS, name);

export class Shell extends AppElement {
  static override properties = { seen: { state: true }, failure: { state: true } };
  static override styles = [AppElement.styles, shellStyles];

  /** Places that were turned to: they stay, with what was written there. */
  declare seen: ReadonlySet<PageName>;
  /** Of a part that could not be loaded. */
  declare failure: Failure | undefined;

  constructor() {
    super();
    this.seen = new Set();
    this.addEventListener(CodeEvent.type, (event) => void this.#showCode(event as CodeEvent));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(page, connection, newVersion);
  }

  protected override willUpdate(): void {
    if (this.seen.has(page.value)) return;
    this.seen = new Set([...this.seen, page.value]);
    if (isPart(page.value)) void this.#load(page.value);
  }

  protected override render() {
    const { words, seen } = this;
    const other = this.language === "zh" ? "en" : "zh";
    const hidden = (name: PageName) => page.value !== name;
    return html`
      <header>
        <div class="bar">
          <button class="skip" @click=${() => this.renderRoot.querySelector("main")!.focus()}>${words.skip}</button>
          <div class="name">${mark}<span>${NAME}</span></div>
          <app-page-links @prepare=${({ page: name }: PrepareEvent) => prepare(name)}></app-page-links>
          <app-status @settings=${({ setting }: SettingsEvent) => this.#openSettings(setting)}></app-status>
          <button class="bare language" lang=${other === "zh" ? "zh-CN" : "en"}
            @click=${() => void this.#fetched(switchLanguage(other))}>${other === "zh" ? "中文" : "English"}</button>
          <button class="bare settings" @click=${() => this.#openSettings()}
            @pointerenter=${() => prepare("settings")}>${settingsIcon}<span>${words.settings}</span></button>
        </div>
      </header>
      <div class="notes" role="status">${this.#notes()}</div>
      <main tabindex="-1">
        ${seen.has("classify") ? html`<app-classify-page ?hidden=${hidden("classify")}></app-classify-page>` : nothing}
        ${seen.has("live") ? html`<app-live-page ?hidden=${hidden("live")}></app-live-page>` : nothing}
        ${seen.has("evaluate") ? html`<app-evaluate-page ?hidden=${hidden("evaluate")}></app-evaluate-page>` : nothing}
        ${seen.has("load") ? html`<app-load-page ?hidden=${hidden("load")}></app-load-page>` : nothing}
        ${seen.has("add") ? html`<app-add-page ?hidden=${hidden("add")}></app-add-page>` : nothing}
        ${seen.has("playground") ? html`<app-playground-page ?hidden=${hidden("playground")}></app-playground-page>` : nothing}
        ${seen.has("inspector") ? html`<app-inspector-page ?hidden=${hidden("inspector")}></app-inspector-page>` : nothing}
        <app-failure-banner .failure=${this.failure} @retry=${() => location.reload()}
          @close=${() => {
            this.failure = undefined;
          }}></app-failure-banner>
        <app-code-dialog></app-code-dialog>
      </main>
      <app-settings-dialog></app-settings-dialog>
    `;
  }

  #notes() {
    const { words } = this;
    return [
      connection.value === "offline" ? html`<p><span>${words.offlineNote}</span></p>` : nothing,
      newVersion.value
        ? html`<p><span>${words.newVersion}</span><button @click=${takeNewVersion}>${words.reload}</button></p>`
        : nothing,
    ];
  }

  async #openSettings(field?: string) {
    if (!(await this.#load("settings"))) return;
    await this.renderRoot.querySelector<SettingsDialog>("app-settings-dialog")!.open(field);
  }

  async #showCode({ request }: CodeEvent) {
    if (!(await this.#load("code"))) return;
    await this.renderRoot.querySelector<CodeDialog>("app-code-dialog")!.open(request);
  }

  #load(part: PartName): Promise<boolean> {
    return this.#fetched(PARTS[part]());
  }

  /** Whether it came; the page tells when it did not. */
  async #fetched(part: Promise<void>): Promise<boolean> {
    try {
      await part;
      this.failure = undefined;
      return true;
    } catch {
      this.failure = codeMissing();
      return false;
    }
  }

  protected override updated(): void {
    document.title = `${this.words[page.value]} · ${NAME}`;
  }
}

/** Fetches a part that is likely to be asked for next; if it fails, asking for it tells. */
function prepare(name: string): void {
  if (isPart(name)) void PARTS[name]().catch(() => {});
}
