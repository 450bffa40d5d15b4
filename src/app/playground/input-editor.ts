/** `<app-input-editor>`: one input of an instance: its name, what it is, and its value or a file. */

import { html, nothing, type PropertyValues } from "lit";
import type { DType } from "../../client/index.ts";
import type { ValueSignature } from "../../signature/index.ts";
import { formatShape } from "../../tensor/index.ts";
import {
  DTYPE_NAMES,
  fileIcon,
  type InputKind,
  KINDS,
  kindText,
  removeIcon,
  tooLong,
  tooLongText,
} from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent, RemoveEvent } from "../look/events.ts";
import { formStyles } from "../look/form.ts";
import { inputEditorStyles } from "./input-editor.css.ts";
import type { Draft } from "./request/draft.ts";
import { inputFaultText } from "./request/fault-text.ts";
import { type NpyFacts, npyFacts } from "./request/read-file.ts";
import type { InputFault } from "./request/read-input.ts";

/** Says {@link EditEvent} with the new draft, or {@link RemoveEvent}. */
export class InputEditor extends AppElement {
  static override properties = {
    number: { type: Number },
    draft: { attribute: false },
    fault: { attribute: false },
    known: { attribute: false },
    facts: { state: true },
    refused: { state: true },
  };
  static override styles = [AppElement.styles, formStyles, inputEditorStyles];

  declare number: number;
  declare draft: Draft;
  declare fault: InputFault | undefined;
  /** What the signature says of it. */
  declare known: ValueSignature | undefined;
  /** What the chosen .npy file says of itself, and of which file. */
  declare protected facts: { file: Draft["file"]; said: NpyFacts | undefined } | undefined;

  /** Characters of a text that the field did not take, until the next edit. */
  declare protected refused: number | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("draft")) this.refused = undefined;
    const { file, kind } = this.draft;
    if (this.facts?.file === file) return;
    this.facts = { file, said: undefined };
    if (file instanceof File && kind === "tensor") void this.#learnFacts(file);
  }

  async #learnFacts(file: File): Promise<void> {
    const said = await npyFacts(file);
    if (this.draft.file === file) this.facts = { file, said };
  }

  protected override render() {
    const { words, draft, number, fault } = this;
    const { kind } = draft;
    const numbers = kind === "tensor" || kind === "scalar";
    const said = draft.name || words.inputName(number);
    const nameFault = fault?.fault === "nameless" || fault?.fault === "twice";
    const shapeFault = fault?.fault === "shape" || fault?.fault === "sizes";
    return html`<fieldset aria-label=${said}>
      <div class="head">
        <input class="mono" autocomplete="off" spellcheck="false" autocapitalize="off" aria-label=${words.inputName(number)}
          placeholder="x${number}" .value=${draft.name} aria-invalid=${String(nameFault)} aria-describedby=${nameFault ? "fault" : nothing}
          @input=${(event: Event) => this.#edit({ name: textOf(event) })} />
        <select aria-label=${words.kindOf(said)} .value=${kind} @change=${(event: Event) => this.#edit({ kind: textOf(event) as InputKind, file: undefined })}>
          ${KINDS.map((one) => html`<option value=${one} ?selected=${one === kind}>${kindText(one, words)}</option>`)}
        </select>
        ${numbers ? this.#dtype(said) : html`<span class="wide"></span>`}
        ${kind === "tensor" ? this.#shape(said, shapeFault) : numbers ? html`<span></span>` : nothing}
        <button type="button" class="bare remove" aria-label=${words.removeInput(said)}
          @click=${() => this.dispatchEvent(new RemoveEvent())}>${removeIcon}</button>
      </div>
      ${this.known?.doc ? html`<p class="quiet small doc">${this.known.doc}</p>` : nothing}
      <div class="value">
        ${draft.file ? this.#file(said) : this.#isImage ? html`<div class="from">${this.#picker(said)}</div>` : this.#text(said, fault !== undefined && !nameFault && !shapeFault)}
      </div>
      ${this.refused === undefined ? nothing : html`<p class="fault" role="alert">${tooLongText(this.refused, words, this.language)}</p>`}
      ${fault ? html`<p class="fault" id="fault">${inputFaultText(fault, draft.dtype, words)}</p>` : nothing}
    </fieldset>`;
  }

  /** A picture that is still to be chosen: nobody writes one in hexadecimal. */
  get #isImage(): boolean {
    const { kind, text, file } = this.draft;
    return this.known?.kind === "image" && kind === "bytes" && text === "" && !file;
  }

  /** A file that tells its dtype and shape leaves nothing to choose. */
  get #told(): NpyFacts | undefined {
    return this.draft.kind === "tensor" && this.draft.file ? this.facts?.said : undefined;
  }

  #dtype(said: string) {
    const { words, draft } = this;
    if (this.#told) return html`<code class="told">${this.#told.dtype}</code>`;
    return html`<select class="mono" aria-label=${words.dtypeOf(said)} .value=${draft.dtype}
      @change=${(event: Event) => this.#edit({ dtype: textOf(event) as DType })}>
      ${DTYPE_NAMES.map((one) => html`<option value=${one} ?selected=${one === draft.dtype}>${one}</option>`)}
    </select>`;
  }

  #shape(said: string, faulty: boolean) {
    const { words, draft } = this;
    if (this.#told) return html`<code class="told">${formatShape(this.#told.shape)}</code>`;
    return html`<input class="mono" autocomplete="off" spellcheck="false" aria-label=${words.shapeOf(said)} placeholder=${shapeHint(this.known) ?? words.shapeHint}
      .value=${draft.shape} aria-invalid=${String(faulty)} aria-describedby=${faulty ? "fault" : nothing}
      @input=${(event: Event) => this.#edit({ shape: textOf(event) })} />`;
  }

  #text(said: string, faulty: boolean) {
    const { words, draft } = this;
    const { kind, text } = draft;
    const hints: Record<InputKind, string> = {
      tensor: "[[1, 2], [3, 4]]",
      scalar: "1",
      string: "",
      bytes: words.hexHint,
    };
    const described = faulty ? "fault" : nothing;
    return html`
      <textarea class="mono" rows="1" spellcheck="false" autocapitalize="off" aria-label=${words.valuesOf(said)} placeholder=${hints[kind]}
        .value=${text} aria-invalid=${String(faulty)} aria-describedby=${described}
        @beforeinput=${this.#takeLong} @input=${(event: Event) => this.#edit({ text: textOf(event) })}></textarea>
      ${kind === "tensor" || kind === "bytes" ? html`<div class="from">${this.#picker(said)}</div>` : nothing}
    `;
  }

  /** A long text of a tensor is as good as a file of it. */
  #takeLong(event: InputEvent) {
    const text = tooLong(event);
    if (text === undefined) return;
    if (this.draft.kind === "tensor")
      this.#edit({ file: new File([text], "pasted.txt", { type: "text/plain" }) });
    else this.refused = text.length;
  }

  #picker(said: string) {
    const { words, draft } = this;
    const image = this.#isImage || (draft.file && this.known?.kind === "image");
    const label = draft.kind === "tensor" ? words.chooseNpy : image ? words.chooseImage : words.chooseFile;
    return html`<label class="button pick ${this.#isImage ? "wanted" : ""}">${fileIcon}${label}
      <input type="file" accept=${image ? "image/*" : nothing} aria-label=${words.fileOf(said)} @change=${(
        event: Event,
      ) => {
        const [file] = (event.target as HTMLInputElement).files ?? [];
        if (file) this.#edit(this.#withFile(file));
      }} /></label>`;
  }

  #file(said: string) {
    const { words, draft } = this;
    const { name, size } = draft.file!;
    return html`<div class="from">
      <span class="file">${fileIcon}<span>${name}</span><span class="quiet small mono">${words.bytesLong(size)}</span></span>
      ${this.#picker(said)}
      <button type="button" class="bare small-button" @click=${() => this.#edit({ file: undefined })}>${words.takeFileAway}</button>
    </div>
    ${
      draft.kind === "bytes" && draft.file instanceof File
        ? html`<app-file-picture .file=${draft.file} .label=${words.pictureIn(said)}></app-file-picture>`
        : nothing
    }`;
  }

  /** A photo is bytes to decode, not raw elements. */
  #withFile(file: File): Partial<Draft> {
    return file.type.startsWith("image/") ? { file, kind: "bytes" } : { file };
  }

  /** Puts the cursor where the fault is. */
  focusFault(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], input[type="file"]')?.focus();
  }

  #edit(change: Partial<Draft>) {
    this.dispatchEvent(new EditEvent<Draft>({ ...this.draft, ...change }));
  }
}

/** `? × 3 × 224`, where a dimension is not known. */
const shapeHint = (known: ValueSignature | undefined) =>
  known?.shape?.includes(null) ? known.shape.map((dim) => dim ?? "?").join(" × ") : undefined;

const textOf = (event: Event) =>
  (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
