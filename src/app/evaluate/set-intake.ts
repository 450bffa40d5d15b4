/** `<app-set-intake>`: the ways in: a folder, photos with a table, a file of names; and what is wrong with a file. */

import { css, html, nothing } from "lit";
import { FileFault, readPairs } from "../../evaluation/index.ts";
import type { Incoming } from "../../photos/index.ts";
import { fileIcon, IMAGES, Intake, intakeNoteStyles, intakeNotes, photoIcon } from "../../ui/index.ts";
import type { IntakeEvent } from "../classify/intake/intake-event.ts";
import { AppElement } from "../look/app-element.ts";
import { folderIcon } from "../look/icons.ts";
import { faultText } from "./file-fault-text.ts";
import { SetEvent } from "./set-events.ts";

/** Says {@link SetEvent}. */
export class SetIntake extends AppElement {
  static override properties = { reading: { state: true }, fault: { state: true } };

  static override styles = [
    AppElement.styles,
    intakeNoteStyles,
    css`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .fault {
        margin-top: 8px;
        color: var(--_bad);
      }
      .given:not(:empty) {
        margin-top: 8px;
      }
    `,
  ];

  /** Photos that were found so far; `undefined` while nothing is read. */
  declare reading: number | undefined;
  declare fault: { name: string; fault: FileFault } | undefined;

  #found: Incoming[] = [];
  readonly #intake = new Intake({
    photos: (photos) => {
      this.#found.push(...photos);
      this.reading = this.#found.length;
    },
    isWanted: ({ name }) => /\.csv$/i.test(name),
    changed: () => this.requestUpdate(),
    nameOf: (time) => this.words.evalPasted(time),
  });

  protected override render() {
    const { words, reading, fault } = this;
    return html`
      <input id="set-folder" type="file" webkitdirectory hidden @change=${this.#chosen} />
      <input id="set-files" type="file" multiple accept="${IMAGES},.csv" hidden @change=${this.#chosen} />
      <input id="set-table" type="file" accept=".csv,text/csv" hidden @change=${this.#chosen} />
      <input id="set-names" type="file" accept=".csv,.json,text/csv,application/json" hidden @change=${this.#chosen} />
      <div class="buttons">
        <button class="primary" @click=${() => this.#click("#set-folder")}>${folderIcon}${words.evalChooseFolder}</button>
        <button @click=${() => this.#click("#set-files")}>${photoIcon}${words.evalChooseFiles}</button>
        <button @click=${() => this.#click("#set-table")}>${fileIcon}${words.evalChooseTable}</button>
        <button title=${words.evalChooseNamesMore} @click=${() => this.#click("#set-names")}>${fileIcon}${words.evalChooseNames}</button>
      </div>
      <p class="quiet" role="status">${reading === undefined ? nothing : words.evalReading(reading)}</p>
      <div role="alert">${fault ? html`<p class="fault">${fault.name}: ${faultText(fault.fault, words)}</p>` : nothing}</div>
      ${intakeNotes(this.#intake, words, this.language)}
      <app-drop-target place="evaluate" .word=${words.evalDropNow}
        @intake=${({ given }: IntakeEvent) => void this.#take(given)}></app-drop-target>
    `;
  }

  #click(input: string) {
    this.renderRoot.querySelector<HTMLInputElement>(input)!.click();
  }

  async #chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    this.fault = undefined;
    if (input.id === "set-table" || input.id === "set-names") {
      const pairs = files[0] && (await this.#read(files[0]));
      if (pairs)
        this.dispatchEvent(new SetEvent(input.id === "set-table" ? { table: pairs } : { names: pairs }));
    } else if (files.length > 0 || input.id === "set-folder") await this.#take({ way: "chosen", files });
  }

  async #take(given: IntakeEvent["given"]) {
    this.fault = undefined;
    this.#found = [];
    this.reading = 0;
    await this.#intake.take(given);
    const tables = this.#found.filter(({ file }) => /\.csv$/i.test(file.name));
    const photos = this.#found.filter((one) => !tables.includes(one));
    this.#found = [];
    // Before the photos are shown: a run that somebody begins at once has their labels.
    const table = tables[0] && (await this.#read(tables[0].file));
    this.reading = undefined;
    if (photos.length > 0) this.dispatchEvent(new SetEvent({ photos, table }));
    else if (table) this.dispatchEvent(new SetEvent({ table }));
  }

  async #read(file: File): Promise<ReadonlyMap<string, string> | undefined> {
    const text = await file.text().catch(() => "");
    try {
      return readPairs(text);
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      this.fault = { name: file.name, fault: error };
      return undefined;
    }
  }
}
