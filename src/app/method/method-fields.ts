/** `<app-method-fields>`: the method that is asked next. */

import { css, html, nothing } from "lit";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { knownSelect, knownSelectStyles } from "../look/known-select.ts";
import type { Target } from "../serving/client-for.ts";
import { knownMethods, knownServables, signatures } from "../serving/signatures.ts";
import { checkName, checkVersion } from "../state/check.ts";
import { TargetEvent } from "./target-event.ts";

const CHECKS = { servable: checkName, method: checkName, version: checkVersion } as const;

/** Says {@link TargetEvent}. */
export class MethodFields extends AppElement {
  static override properties = { target: { attribute: false }, faulty: { state: true } };

  static override styles = [
    AppElement.styles,
    formStyles,
    knownSelectStyles,
    css`
      .fields {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) 90px;
        gap: 10px;
        max-width: 640px;
      }
      @media (max-width: 640px) {
        .fields {
          grid-template-columns: minmax(0, 1fr) 90px;
          grid-auto-flow: dense;
        }
        .field:nth-child(2) {
          grid-column: 1 / -1;
          grid-row: 2;
        }
      }
    `,
  ];

  declare target: Target;
  declare faulty: keyof Target | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(signatures);
  }

  protected override render() {
    const { words, target } = this;
    return html`<div class="fields">
      ${this.#field("servable", words.servable, knownServables())}
      ${this.#field("method", words.method, Object.keys(knownMethods(target.servable)))}
      ${this.#field("version", words.version, [])}
    </div>`;
  }

  #field(name: keyof Target, label: string, known: readonly string[]) {
    const isFaulty = this.faulty === name;
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <div class="named">
        <input id=${name} class="mono" autocomplete="off" spellcheck="false" autocapitalize="off"
          inputmode=${name === "version" ? "numeric" : "text"} .value=${this.target[name]}
          aria-invalid=${String(isFaulty)} aria-describedby=${isFaulty ? `${name}-fault` : nothing}
          @change=${(event: Event) => this.#take(name, (event.target as HTMLInputElement).value.trim())} />
        ${knownSelect(this.words.namesFor(label), [{ names: known }], this.target[name], (text) => this.#take(name, text))}
      </div>
      ${isFaulty ? html`<p class="fault" id="${name}-fault" role="alert">${name === "version" ? this.words.versionBad : this.words.nameEmpty}</p>` : nothing}
    </div>`;
  }

  #take(name: keyof Target, text: string) {
    this.faulty = CHECKS[name](text) ? name : undefined;
    if (!this.faulty) this.dispatchEvent(new TargetEvent({ ...this.target, [name]: text }));
  }
}
