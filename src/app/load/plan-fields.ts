/** `<app-plan-fields>`: widths, batch sizes and limits of a sweep. */

import { css, html, nothing } from "lit";
import { MOST } from "../../load/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent } from "../look/events.ts";
import { formStyles } from "../look/form.ts";
import type { PlanFault, PlanFaults, PlanTexts } from "./plan.ts";

/** Says {@link EditEvent} with all texts. */
export class PlanFields extends AppElement {
  static override properties = { texts: { attribute: false }, faults: { attribute: false } };

  static override styles = [
    AppElement.styles,
    formStyles,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 10px;
      }
      @media (max-width: 640px) {
        .fields {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ];

  declare texts: PlanTexts;
  declare faults: PlanFaults;

  protected override render() {
    const { words } = this;
    return html`<div class="fields">
      ${this.#field("concurrency", words.loadConcurrency, false)} ${this.#field("batch", words.loadBatch, false)}
      ${this.#field("seconds", words.loadSeconds, true)} ${this.#field("calls", words.loadCalls, true)}
    </div>`;
  }

  /** Puts the cursor into the first faulty field. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #field(name: keyof PlanTexts, label: string, isNumber: boolean) {
    const fault = this.faults[name];
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input id=${name} autocomplete="off" inputmode=${isNumber ? "numeric" : "text"} .value=${this.texts[name]}
        aria-invalid=${String(fault !== undefined)} aria-describedby=${fault ? `${name}-fault` : nothing}
        @input=${(event: Event) =>
          this.dispatchEvent(
            new EditEvent({ ...this.texts, [name]: (event.target as HTMLInputElement).value }),
          )} />
      ${fault ? html`<p class="fault" id="${name}-fault" role="alert">${this.#faultText(fault)}</p>` : nothing}
    </div>`;
  }

  #faultText(fault: PlanFault): string {
    const { words } = this;
    switch (fault.fault) {
      case "list":
        return words.loadFaultList(fault.most);
      case "number":
        return words.loadFaultNumber(fault.most);
      case "steps":
        return words.loadFaultSteps(fault.steps, MOST.steps);
      case "seconds":
        return words.loadFaultSeconds(fault.steps, fault.seconds, MOST.seconds);
    }
  }
}
