/** `<app-saved-list>`: requests that were saved by name, to a file and from one. */

import { css, html, nothing } from "lit";
import { removeIcon } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { download } from "../../look/download.ts";
import { formStyles } from "../../look/form.ts";
import { downloadIcon, folderIcon } from "../../look/icons.ts";
import { methodName } from "../../serving/target.ts";
import { history } from "./history.ts";
import { editIcon } from "./icons.ts";
import type { ImportView } from "./import-view.ts";
import { OpenEvent } from "./kept-events.ts";
import { keptListStyles } from "./kept-list.css.ts";
import { notSavedText, timeText } from "./kept-text.ts";
import { requestsText } from "./request-text.ts";
import {
  checkSavedName,
  type NotSaved,
  remove,
  rename,
  type SavedNameFault,
  type SavedRequest,
  save,
  saved,
  savedAs,
} from "./saved.ts";

/** Says {@link OpenEvent}. */
export class SavedList extends AppElement {
  static override properties = {
    removed: { state: true },
    renaming: { state: true },
    fault: { state: true },
    withHistory: { state: true },
  };

  static override styles = [
    AppElement.styles,
    formStyles,
    keptListStyles,
    css`
      @media (max-width: 640px) {
        .when {
          grid-column: 1 / -1;
        }
      }
      .rename {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 6px;
        padding: 4px 0;
      }
      .rename input {
        flex: 1 1 120px;
        width: auto;
      }
      .rename .fault {
        flex-basis: 100%;
      }
      li .icon {
        width: var(--_control);
        padding: 0;
      }
      .tools label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 30px;
      }
      .tools input[type="file"] {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
      .button:focus-within {
        outline: 2px solid var(--_accent);
        outline-offset: 2px;
      }
    `,
  ];

  /** The one that was deleted last, to bring it back. */
  declare protected removed: SavedRequest | undefined;
  /** Name of the one that is about to get another. */
  declare protected renaming: string | undefined;
  /** What is wrong with the new name, or why a request could not be kept. */
  declare protected fault: SavedNameFault | "savedNameTaken" | NotSaved | undefined;
  declare protected withHistory: boolean;

  constructor() {
    super();
    this.withHistory = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(saved, history);
  }

  /** Takes requests of a file, and shows what became of them. */
  async take(file: File): Promise<void> {
    this.renderRoot.querySelector("details")!.open = true;
    await this.renderRoot.querySelector<ImportView>("app-import-view")!.take(file);
  }

  protected override render() {
    const { words, removed, fault } = this;
    const requests = saved.value;
    return html`<details>
      <summary>${words.savedRequests} (${requests.length})</summary>
      <div class="about">
        <p class="quiet small">${requests.length === 0 ? words.savedEmpty : words.savedNote}</p>
        <div class="tools">
          <label class="button">${folderIcon}${words.importFile}<input type="file" accept=".json,application/json" @change=${this.#choose} /></label>
          ${requests.length + history.value.length > 0 ? this.#exporting() : nothing}
        </div>
      </div>
      <app-import-view></app-import-view>
      <p class="undo" role="status">${
        removed
          ? html`${words.savedRemoved(removed.name)}<button @click=${this.#bringBack}>${words.undo}</button>`
          : nothing
      }${fault && this.renaming === undefined ? html`<span class="fault">${this.#faultText(fault)}</span>` : nothing}</p>
      <ol>${requests.map((request) => html`<li>${request.name === this.renaming ? this.#renaming(request) : this.#row(request)}</li>`)}</ol>
    </details>`;
  }

  #exporting() {
    const { words } = this;
    return html`<button @click=${this.#export}>${downloadIcon}${words.exportFile}</button>
      <label class="small"><input type="checkbox" .checked=${this.withHistory} @change=${(event: Event) => {
        this.withHistory = (event.target as HTMLInputElement).checked;
      }} />${words.exportHistory(history.value.length)}</label>`;
  }

  #row(request: SavedRequest) {
    const { words } = this;
    const { name, at } = request;
    return html`<button class="whole" @click=${() => this.dispatchEvent(new OpenEvent(request, name))}>
        <span class="whom"><span class="unseen">${words.replayCall} </span>${name}</span>
        <span class="quiet small mono whom">${methodName(request)}</span>
        <span class="quiet small when">${timeText(at, this.language)}</span>
      </button>
      <button class="bare icon" aria-label=${words.savedRename(name)} title=${words.savedRename(name)}
        @click=${() => this.#startRenaming(name)}>${editIcon}</button>
      <button class="bare icon" aria-label=${words.savedRemove(name)} title=${words.savedRemove(name)}
        @click=${() => this.#remove(request)}>${removeIcon}</button>`;
  }

  #renaming(request: SavedRequest) {
    const { words, fault } = this;
    return html`<form class="rename" novalidate @submit=${(event: Event) => this.#rename(event, request)}
      @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#stopRenaming()}>
      <input aria-label=${words.savedName} autocomplete="off" .value=${request.name} aria-invalid=${String(fault !== undefined)}
        aria-describedby="rename-fault" />
      <button>${words.savedRenameNow}</button>
      <button type="button" class="bare" @click=${this.#stopRenaming}>${words.savedCancel}</button>
      ${fault ? html`<p class="fault" id="rename-fault" role="alert">${this.#faultText(fault)}</p>` : nothing}
    </form>`;
  }

  #faultText(fault: NonNullable<SavedList["fault"]>): string {
    return typeof fault === "string" ? this.words[fault] : notSavedText(fault, this.words);
  }

  async #startRenaming(name: string) {
    this.renaming = name;
    this.fault = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>(".rename input")!.select();
  }

  #stopRenaming() {
    this.renaming = undefined;
    this.fault = undefined;
  }

  #rename(event: Event, request: SavedRequest) {
    event.preventDefault();
    const name = this.renderRoot.querySelector<HTMLInputElement>(".rename input")!.value.trim();
    const isTaken = name !== request.name && savedAs(name) !== undefined;
    const same = name === request.name;
    this.fault =
      checkSavedName(name) ?? (isTaken ? "savedNameTaken" : same ? undefined : rename(request, name));
    if (!this.fault) this.renaming = undefined;
  }

  #remove(request: SavedRequest) {
    this.fault = undefined;
    remove(request.name);
    this.removed = request;
  }

  #bringBack() {
    const { removed } = this;
    this.fault = removed && savedAs(removed.name) ? "savedNameTaken" : removed && save(removed);
    if (!this.fault) this.removed = undefined;
  }

  #choose(event: Event) {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again, once it is mended.
    input.value = "";
    if (file) void this.take(file);
  }

  #export() {
    const text = requestsText(saved.value, this.withHistory ? history.value : []);
    download(new Blob([text], { type: "application/json" }), "serving-requests.json");
  }
}
