/** One input of the form: its name, kind and dtype, and its value. */

import { html, nothing, type TemplateResult } from "lit";
import type { DType } from "../../client/index.ts";
import { formatShape } from "../../tensor/index.ts";
import { DTYPE_NAMES, IMAGES, type InputKind, KINDS, kindText, shortDoc, tooLong } from "../../ui/index.ts";
import type { Words } from "../words/en.ts";
import type { Field } from "./input-spec.ts";

interface InputField {
  /** Place in the form, for ids. */
  at: number;
  field: Field;
  /** Why the value can't be sent, in the reader's language. */
  fault: string | undefined;
  words: Words;
  changed(change: Partial<Field>): void;
  /** The field did not take a text of so many characters. */
  refused(has: number): void;
}

export function inputField(input: InputField): TemplateResult {
  const { at, field, fault } = input;
  const { spec } = field;
  const doc = shortDoc(spec.doc);
  return html`<div class="input" part="input">
    <label for="value-${at}" part="input-name">${spec.name}</label>
    <span class="type">${type(input)}</span>
    ${doc === "" ? nothing : html`<p class="doc" part="doc" id="doc-${at}">${doc}</p>`}
    ${value(input)}
    ${fault === undefined ? nothing : html`<p class="error" part="error" id="fault-${at}">${fault}</p>`}
  </div>`;
}

/** What the page gave is shown as text; the rest is for the reader to choose. */
function type({ field: { kind, dtype, spec }, words, changed }: InputField): TemplateResult {
  const typed = kind === "tensor" || kind === "scalar";
  const { name, shape } = spec;
  const kinds = () =>
    select(
      words.kindOf(name),
      KINDS,
      kind,
      (to) => changed({ kind: to as InputKind }),
      (one) => kindText(one, words),
    );
  const dtypes = () =>
    select(words.dtypeOf(name), DTYPE_NAMES, dtype, (to) => changed({ dtype: to as DType }));
  return html`${spec.kind ? kindText(spec.kind, words) : kinds()}
    ${typed ? (spec.dtype ? html`<code>${dtype}</code>` : dtypes()) : nothing}
    ${kind === "tensor" && shape ? html`<code>${formatShape(shape)}</code>` : nothing}`;
}

function select<T extends string>(
  label: string,
  options: readonly T[],
  chosen: T,
  choose: (option: string) => void,
  text: (option: T) => string = String,
): TemplateResult {
  return html`<select aria-label=${label} .value=${chosen} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${options.map((option) => html`<option value=${option} ?selected=${option === chosen}>${text(option)}</option>`)}
  </select>`;
}

function value({ at, field, fault, changed, refused }: InputField): TemplateResult {
  const { kind, text, spec } = field;
  const invalid = fault === undefined ? "false" : "true";
  const about = [...(spec.doc ? [`doc-${at}`] : []), ...(fault === undefined ? [] : [`fault-${at}`])];
  const described = about.length > 0 ? about.join(" ") : nothing;
  if (kind === "bytes") {
    return html`<input id="value-${at}" part="value" type="file" accept=${spec.kind === "image" ? IMAGES : nothing} aria-invalid=${invalid} aria-describedby=${described}
      @change=${(event: Event) => changed({ file: (event.target as HTMLInputElement).files?.[0] })} />`;
  }
  const before = (event: InputEvent) => {
    const long = tooLong(event);
    if (long !== undefined) refused(long.length);
  };
  const written = (event: Event) => changed({ text: (event.target as HTMLInputElement).value });
  if (kind === "scalar") {
    return html`<input id="value-${at}" part="value" class="number" autocomplete="off" spellcheck="false"
      .value=${text} aria-invalid=${invalid} aria-describedby=${described} @beforeinput=${before} @input=${written} />`;
  }
  const rows = Math.min(
    8,
    Math.max(2, text.split("\n").length, kind === "tensor" ? (spec.shape?.at(-2) ?? 2) : 2),
  );
  return html`<textarea id="value-${at}" part="value" class=${kind === "tensor" ? "number" : ""} rows=${rows}
    autocomplete="off" spellcheck="false" placeholder=${kind === "tensor" ? "[[1, 2], [3, 4]]" : ""}
    .value=${text} aria-invalid=${invalid} aria-describedby=${described} @beforeinput=${before} @input=${written}></textarea>`;
}
