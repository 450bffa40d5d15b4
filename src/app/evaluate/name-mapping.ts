/** `<app-name-mapping>`: names of folders that no label has, to be called by the model's; and those that have one. */

import { css, html, nothing } from "lit";
import type { Mapping } from "../../evaluation/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent } from "../look/events.ts";
import { formStyles } from "../look/form.ts";

const MOST = 50;

/** Says an {@link EditEvent} of the names and what they are called. */
export class NameMapping extends AppElement {
  static override properties = {
    names: { attribute: false },
    labels: { attribute: false },
    mapping: { attribute: false },
    given: { attribute: false },
  };

  static override styles = [
    AppElement.styles,
    formStyles,
    css`
      details {
        margin-top: 12px;
      }
      summary {
        cursor: pointer;
      }
      .list {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
        gap: 6px 12px;
        align-items: center;
        max-width: 640px;
        margin-top: 8px;
      }
      .list > * {
        overflow-wrap: anywhere;
      }
      .note {
        margin-top: 8px;
      }
    `,
  ];

  declare names: readonly string[];
  declare labels: readonly string[];
  declare mapping: Mapping;
  declare given: ReadonlyMap<string, string>;

  protected override render() {
    const { words, mapping, names, labels } = this;
    const { unmapped } = mapping;
    const found = names.length - unmapped.length;
    const isFound = (i: number) => mapping.labelOf[i]! >= 0;
    return html`
      ${
        unmapped.length === 0
          ? nothing
          : html`<details class="unmapped" open>
              <summary>${words.evalUnmapped(unmapped.length)}</summary>
              <p class="quiet small">${words.evalUnmappedMore}</p>
              <datalist id="known-labels">${labels.map((label) => html`<option value=${label}></option>`)}</datalist>
              <div class="list">${unmapped.slice(0, MOST).map(({ name, why, labels }) => this.#field(name, why, labels))}</div>
              ${unmapped.length > MOST ? html`<p class="quiet small note">${words.evalMoreNames(unmapped.length - MOST)}</p>` : nothing}
            </details>`
      }
      ${
        found === 0
          ? nothing
          : html`<details class="mapped">
              <summary>${words.evalMapped(found)}</summary>
              <div class="list small">${names
                .map((name, i) => [name, i] as const)
                .filter(([, i]) => isFound(i))
                .slice(0, MOST)
                .map(
                  ([name, i]) => html`<span>${name}</span><span>${labels[mapping.labelOf[i]!]}</span>`,
                )}</div>
              ${found > MOST ? html`<p class="quiet small note">${words.evalMoreNames(found - MOST)}</p>` : nothing}
            </details>`
      }
    `;
  }

  #field(name: string, why: string, labels: readonly string[]) {
    const { words } = this;
    const note = why === "ambiguous" ? words.evalAmbiguous(labels.join(" · ")) : "";
    return html`<span>${name} <span class="quiet small">${note}</span></span>
      <input list="known-labels" autocomplete="off" spellcheck="false" aria-label=${words.evalCalled(name)} placeholder=${words.evalNoLabel}
        .value=${this.given.get(name) ?? ""}
        @change=${(event: Event) => this.#take(name, (event.target as HTMLInputElement).value.trim())} />`;
  }

  #take(name: string, label: string) {
    const given = new Map(this.given);
    if (label === "") given.delete(name);
    else given.set(name, label);
    this.dispatchEvent(new EditEvent(given));
  }
}
