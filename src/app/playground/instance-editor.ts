/** `<app-instance-editor>`: one instance that is being written. */

import { css, html, nothing } from "lit";
import { removeIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent, RemoveEvent } from "../look/events.ts";
import { addIcon } from "../look/icons.ts";
import type { InputEditor } from "./input-editor.ts";
import { type Draft, type DraftInstance, emptyDraft, replaceAt, withoutAt } from "./request/draft.ts";
import { inputFaultText } from "./request/fault-text.ts";
import type { InputFault } from "./request/read-input.ts";
import type { SignedInputs } from "./request/signed-form.ts";

/** Says {@link EditEvent} with the new instance, or {@link RemoveEvent}. */
export class InstanceEditor extends AppElement {
  static override properties = {
    number: { type: Number },
    instance: { attribute: false },
    faults: { attribute: false },
    signed: { attribute: false },
    only: { type: Boolean },
  };
  static override styles = [
    AppElement.styles,
    css`
      .fault {
        color: var(--_bad);
        font-size: var(--_small);
      }
      section {
        display: grid;
        gap: 14px;
        padding: 12px 16px 14px;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        background: var(--_table);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: var(--_control);
      }
      .head button {
        width: var(--_control);
        padding: 0;
      }
      .add {
        width: fit-content;
        min-height: 32px;
        margin-inline-start: -8px;
      }
      @media (max-width: 640px) {
        section {
          padding-inline: 12px;
        }
      }
    `,
  ];

  declare number: number;
  declare instance: DraftInstance;
  declare faults: readonly (InputFault | undefined)[] | undefined;
  /** What the method takes, where its signature is known. */
  declare signed: SignedInputs | undefined;
  /** The last one can't be removed: a call needs one. */
  declare only: boolean;

  protected override render() {
    const { words, instance, number, signed } = this;
    const missing = this.faults?.slice(instance.length) ?? [];
    return html`<section aria-label=${words.instance(number)}>
      <div class="head">
        <h3>${words.instance(number)}</h3>
        ${
          this.only
            ? nothing
            : html`<button type="button" class="bare" aria-label=${words.removeInstance(number)}
              @click=${() => this.dispatchEvent(new RemoveEvent())}>${removeIcon}</button>`
        }
      </div>
      ${instance.map(
        (
          draft,
          i,
        ) => html`<app-input-editor .number=${i + 1} .draft=${draft} .fault=${this.faults?.[i]} .known=${signed && Object.hasOwn(signed, draft.name) ? signed[draft.name] : undefined}
          @edit=${({ value }: EditEvent<Draft>) => this.#edit(replaceAt(instance, i, value))}
          @remove=${() => this.#edit(withoutAt(instance, i))}></app-input-editor>`,
      )}
      ${missing.map((fault) => html`<p class="fault">${inputFaultText(fault!, "float32", words)}</p>`)}
      <button type="button" class="bare add" @click=${this.#add}>${addIcon}${words.addInput}</button>
    </section>`;
  }

  /** Puts the cursor into the first faulty input. @returns whether there is one */
  focusFault(): boolean {
    const first = this.faults?.findIndex((fault) => fault) ?? -1;
    if (first < 0) return false;
    const editors = [...this.renderRoot.querySelectorAll<InputEditor>("app-input-editor")];
    if (first < editors.length) editors[first]!.focusFault();
    else this.renderRoot.querySelector<HTMLElement>(".add")!.focus();
    return true;
  }

  async #add() {
    this.#edit([...this.instance, emptyDraft("")]);
    await this.updateComplete;
    const last = [...this.renderRoot.querySelectorAll<InputEditor>("app-input-editor")].at(-1);
    await last?.updateComplete;
    last?.renderRoot.querySelector("input")?.focus();
  }

  #edit(instance: DraftInstance) {
    this.dispatchEvent(new EditEvent(instance));
  }
}
