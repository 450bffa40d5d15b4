/** `<app-save-dialog>`: a name for the request, under which this browser keeps it, or a JSON file of it. */

import { css, html, nothing } from "lit";
import { removeIcon } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { dialogStyles } from "../../look/dialog.css.ts";
import { formStyles } from "../../look/form.ts";
import { downloadIcon } from "../../look/icons.ts";
import { methodName } from "../../serving/target.ts";
import { type Asked, filesOf } from "../kept/asked.ts";
import { notSavedText, timeText } from "../kept/kept-text.ts";
import { checkSavedName, type NotSaved, type SavedNameFault, save, savedAs } from "../kept/saved.ts";
import { nameTwice } from "../request/written-json.ts";
import { SavedEvent, SaveFileEvent } from "./share-events.ts";

/** Says {@link SavedEvent} or {@link SaveFileEvent}. */
export class SaveDialog extends AppElement {
  static override properties = {
    request: { state: true },
    name: { state: true },
    fault: { state: true },
    taken: { state: true },
  };

  static override styles = [
    AppElement.styles,
    formStyles,
    dialogStyles,
    css`
      dialog {
        width: min(480px, 100vw - 32px);
      }
      form {
        display: grid;
        gap: 12px;
        padding: 4px 20px 20px;
      }
      p {
        overflow-wrap: anywhere;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  /** Nothing is shown without one. */
  declare protected request: Asked | undefined;
  declare protected name: string;
  declare protected fault: SavedNameFault | NotSaved | undefined;
  /** When the one was saved that has this name already; saving once more replaces it. */
  declare protected taken: number | undefined;

  /** @param name that is likely: of the saved request that was filled in, say */
  async open(request: Asked, name: string): Promise<void> {
    this.request = request;
    this.name = name;
    this.fault = undefined;
    this.taken = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector("dialog")!.showModal();
    this.renderRoot.querySelector("input")!.select();
  }

  protected override render() {
    const { words, request } = this;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <header>
        <h2 id="title">${words.saveRequest}</h2>
        <button class="bare" aria-label=${words.close} title=${words.close} @click=${this.#close}>${removeIcon}</button>
      </header>
      ${request ? this.#form(request) : nothing}
    </dialog>`;
  }

  #form(request: Asked) {
    const { words, fault, taken } = this;
    const files = filesOf(request.instances);
    const twice = nameTwice(request.instances);
    return html`<form @submit=${this.#save} novalidate>
      <div class="field">
        <label for="name">${words.savedName}</label>
        <input id="name" autocomplete="off" .value=${this.name} aria-invalid=${String(typeof fault === "string")}
          aria-describedby="about" @input=${this.#rename} />
      </div>
      <div id="about" role="alert">
        ${fault ? html`<p class="fault">${typeof fault === "string" ? words[fault] : notSavedText(fault, words)}</p>` : nothing}
        ${twice === undefined ? nothing : html`<p class="fault">${words.faultTwice(twice)}</p>`}
        ${taken === undefined ? nothing : html`<p class="fault">${words.savedTaken(this.name.trim(), timeText(taken, this.language))}</p>`}
      </div>
      <p class="quiet small"><span class="mono">${methodName(request)}</span> · ${words.instancesCount(request.instances.length)} · ${words.savedNote}</p>
      ${files.length > 0 ? html`<p class="quiet small">${words.savedWithoutFiles(files.join(", "))}</p>` : nothing}
      <div class="buttons">
        <button class="primary" ?disabled=${twice !== undefined}>${taken === undefined ? words.save : words.savedReplace}</button>
        <button type="button" ?disabled=${twice !== undefined} @click=${this.#saveFile}>${downloadIcon}${words.saveJson}</button>
      </div>
    </form>`;
  }

  #rename(event: Event) {
    this.name = (event.target as HTMLInputElement).value;
    this.fault = undefined;
    this.taken = undefined;
  }

  #save(event: Event) {
    event.preventDefault();
    const name = this.name.trim();
    const nameFault = checkSavedName(name);
    const other = nameFault ? undefined : savedAs(name);
    if (nameFault || (other && this.taken !== other.at)) {
      this.fault = nameFault;
      this.taken = other?.at;
      this.renderRoot.querySelector("input")!.focus();
      return;
    }
    this.fault = save({ ...this.request!, name, at: Date.now() });
    this.taken = undefined;
    if (this.fault) return;
    this.#close();
    this.dispatchEvent(new SavedEvent(name));
  }

  #saveFile() {
    const [request, name] = [this.request!, this.name.trim()];
    this.#close();
    this.dispatchEvent(new SaveFileEvent(request, name));
  }

  #close() {
    this.renderRoot.querySelector("dialog")!.close();
  }

  #closed() {
    this.request = undefined;
  }
}
