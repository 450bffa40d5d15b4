/** `<app-import-view>`: what became of a file of requests: what was taken, what was not and why, and what is asked. */

import { css, html, nothing } from "lit";
import { removeIcon } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { addCalls } from "./history.ts";
import { saveAll, saveBeside, sortImport } from "./import.ts";
import { OpenEvent } from "./kept-events.ts";
import { keptListStyles } from "./kept-list.css.ts";
import { entryFaultText, fileFaultText, notSavedText } from "./kept-text.ts";
import { readRequestFile } from "./request-file.ts";
import type { NotSaved, SavedRequest } from "./saved.ts";

/** Bytes of a file that is read. */
const MAX_FILE = 32 * 2 ** 20;

/** As many faults are told. */
const SHOWN = 5;

/** Says {@link OpenEvent} for a file of one request. */
export class ImportView extends AppElement {
  static override properties = {
    said: { state: true },
    faults: { state: true },
    clashing: { state: true },
  };

  static override styles = [
    AppElement.styles,
    keptListStyles,
    css`
      .box {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 12px;
        margin-top: 8px;
        padding: 10px 8px 10px 14px;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        background: var(--_table);
      }
      .texts {
        display: grid;
        gap: 6px;
        overflow-wrap: anywhere;
      }
      .fault {
        color: var(--_bad);
        font-size: var(--_small);
      }
      .question {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
      }
      .close {
        align-self: start;
        width: var(--_control);
        padding: 0;
      }
    `,
  ];

  /** What was done. */
  declare protected said: string;
  declare protected faults: readonly string[];
  /** Requests whose names others have: what is to become of them is asked. */
  declare protected clashing: readonly SavedRequest[];

  constructor() {
    super();
    this.#clear();
  }

  async take(file: File): Promise<void> {
    const { words } = this;
    this.#clear();
    if (file.size > MAX_FILE) {
      this.faults = [words.importLarge(file.name, MAX_FILE / 2 ** 20)];
      return;
    }
    let text: string;
    try {
      text = await file.text();
    } catch {
      this.faults = [words.faultFileGone(file.name)];
      return;
    }
    const read = readRequestFile(text);
    if ("fault" in read) {
      this.faults = [`${file.name}: ${fileFaultText(read, words)}`];
    } else if ("instances" in read) {
      this.dispatchEvent(new OpenEvent({ ...read.target, instances: read.instances }, file.name));
    } else {
      const { fresh, same, clashing } = sortImport(read.requests);
      this.faults = read.faults.map((fault) => entryFaultText(fault, words));
      const kept = fresh.length - this.#tell(saveAll(fresh));
      this.clashing = clashing;
      this.said = words.imported(kept, same, addCalls(read.history));
    }
  }

  protected override render() {
    const { words, said, faults, clashing } = this;
    const isEmpty = said === "" && faults.length === 0 && clashing.length === 0;
    return html`<div role="status">${
      isEmpty
        ? nothing
        : html`<div class="box">
            <div class="texts">
              ${said === "" ? nothing : html`<p>${said}</p>`}
              ${faults.slice(0, SHOWN).map((fault) => html`<p class="fault">${fault}</p>`)}
              ${faults.length > SHOWN ? html`<p class="fault">${words.moreFaults(faults.length - SHOWN)}</p>` : nothing}
              ${clashing.length > 0 ? this.#question() : nothing}
            </div>
            <button class="bare close" aria-label=${words.close} title=${words.close} @click=${this.#clear}>${removeIcon}</button>
          </div>`
    }</div>`;
  }

  #question() {
    const { words, clashing } = this;
    const names = clashing.map(({ name }) => `“${name}”`).join(", ");
    const act = (save: (requests: readonly SavedRequest[]) => { request: SavedRequest; why: NotSaved }[]) => {
      this.clashing = [];
      const kept = clashing.length - this.#tell(save(clashing));
      this.said = words.imported(kept, 0, 0);
    };
    return html`<div class="question">
      <p>${words.importClash(clashing.length, names)}</p>
      <button @click=${() => act(saveBeside)}>${words.importKeepBoth}</button>
      <button @click=${() => act(saveAll)}>${words.importReplace}</button>
      <button class="bare" @click=${() => {
        this.clashing = [];
      }}>${words.importLeave}</button>
    </div>`;
  }

  /** @returns as many were not saved */
  #tell(notSaved: readonly { request: SavedRequest; why: NotSaved }[]): number {
    const texts = notSaved.map(({ request, why }) => `“${request.name}”: ${notSavedText(why, this.words)}`);
    this.faults = [...this.faults, ...texts];
    return notSaved.length;
  }

  #clear() {
    this.said = "";
    this.faults = [];
    this.clashing = [];
  }
}
