/** `<app-call-message>`: the instances of a request or reply, with their values, and the reply's errors. */

import { css, html, nothing } from "lit";
import type { ErrorMessage, InstanceMessage } from "../../client/index.ts";
import { type InspectedValue, inspectedValue } from "../../inspect/index.ts";
import { AppElement } from "../look/app-element.ts";

/** A call may have thousands. */
const SHOWN = 8;

export class CallMessage extends AppElement {
  static override properties = {
    instances: { attribute: false },
    errors: { attribute: false },
    shown: { state: true },
  };
  static override styles = [
    AppElement.styles,
    css`
      details {
        border-top: 1px solid var(--_line);
        padding: 6px 0;
      }
      summary {
        cursor: pointer;
        font-size: var(--_small);
      }
      .values {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
        padding: 8px 0;
      }
      .bad {
        color: var(--_bad);
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare instances: readonly InstanceMessage[];
  /** None; one, of the whole request; or one for each instance. */
  declare errors: readonly ErrorMessage[];
  declare shown: number;

  constructor() {
    super();
    this.instances = [];
    this.errors = [];
    this.shown = SHOWN;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("instances")) this.shown = SHOWN;
  }

  protected override render() {
    const { words, instances, errors, shown } = this;
    const whole = errors.length === 1 && instances.length !== 1 ? errors[0] : undefined;
    const left = instances.length - shown;
    return html`
      ${whole ? html`<p class="bad">${words.errorCode(whole.code)} · ${whole.text || words.serverSilent}</p>` : nothing}
      ${instances.length === 0 && !whole ? html`<p class="quiet small">${words.noneCame}</p>` : nothing}
      ${instances.slice(0, shown).map((instance, i) => this.#instance(instance, i, whole ? undefined : errors[i]))}
      ${
        left > 0
          ? html`<button @click=${() => {
              this.shown += Math.min(left, 100);
            }}>${words.moreInstances(Math.min(left, 100))}</button>`
          : nothing
      }
    `;
  }

  #instance(instance: InstanceMessage, index: number, error: ErrorMessage | undefined) {
    const { words } = this;
    const isBad = error !== undefined && error.code !== 0;
    return html`<details ?open=${index === 0}>
      <summary>${words.instanceNumber(index + 1)}${isBad ? html` <span class="bad">${words.failed}</span>` : nothing}
        <span class="quiet mono">${[...instance.keys()].join(", ")}</span></summary>
      ${isBad ? html`<p class="bad">${words.errorCode(error.code)} · ${error.text || words.serverSilent}</p>` : nothing}
      ${instance.size === 0 && !isBad ? html`<p class="quiet small">${words.noInputs}</p>` : nothing}
      <div class="values">${[...instance].map(([name, tensor]) => view(name, inspectedValue(tensor)))}</div>
    </details>`;
  }
}

function view(name: string, value: InspectedValue) {
  if (value instanceof Blob) return html`<app-blob-view .name=${name} .blob=${value}></app-blob-view>`;
  return html`<app-output-view .name=${name} .value=${value}></app-output-view>`;
}
