/** `<app-next-run>`: whom photos are sent to next: a method, and for a second run another address. */

import { css, html, nothing } from "lit";
import { AppElement } from "../look/app-element.ts";
import { EditEvent } from "../look/events.ts";
import { formStyles } from "../look/form.ts";
import { resumeIcon } from "../look/icons.ts";
import type { TargetEvent } from "../method/target-event.ts";
import type { Place, Target } from "../serving/client-for.ts";
import { checkAddress } from "../state/check.ts";
import { StartEvent } from "./set-events.ts";

export interface Next {
  target: Target;
  /** Another address than the settings', where it has one. */
  elsewhere: Place;
}

/** Says an {@link EditEvent} of {@link Next}, and a {@link StartEvent}. */
export class NextRun extends AppElement {
  static override properties = {
    next: { attribute: false },
    isSecond: { type: Boolean },
    fault: { state: true },
  };

  static override styles = [
    AppElement.styles,
    formStyles,
    css`
      .go {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 10px;
        margin-top: 12px;
      }
      app-method-fields {
        flex: 0 1 560px;
      }
      details {
        max-width: 560px;
        margin-top: 8px;
      }
      summary {
        width: fit-content;
        cursor: pointer;
      }
      .elsewhere {
        display: grid;
        gap: 12px;
        margin-top: 8px;
      }
    `,
  ];

  declare next: Next;
  declare isSecond: boolean;
  declare fault: "addressBad" | "addressExtra" | "addressMixed" | undefined;

  protected override render() {
    const { words, next, isSecond } = this;
    return html`
      ${isSecond ? html`<p class="quiet">${words.evalSecondNote}</p>${this.#elsewhere(next.elsewhere)}` : nothing}
      <div class="go">
        <app-method-fields .target=${next.target} @target=${({ method }: TargetEvent) => this.#change({ target: method })}></app-method-fields>
        <button class="primary" @click=${this.#start}>${resumeIcon}${isSecond ? words.evalStartSecond : words.evalStart}</button>
      </div>`;
  }

  #elsewhere({ address, metadata }: Place) {
    const { words, fault } = this;
    const faults = {
      addressBad: words.addressBad,
      addressExtra: words.addressExtra,
      addressMixed: words.addressMixed,
    };
    return html`<details ?open=${address !== ""}>
      <summary>${words.evalElsewhere}</summary>
      <div class="elsewhere">
        <div class="field">
          <label for="address">${words.address}</label>
          <input id="address" class="mono" autocomplete="off" spellcheck="false" autocapitalize="off" inputmode="url"
            placeholder="https://staging.example.com" .value=${address} aria-invalid=${String(fault !== undefined)}
            aria-describedby="address-note" @change=${this.#takeAddress} />
          <p id="address-note" class="small ${fault ? "fault" : "quiet"}" role=${fault ? "alert" : nothing}>${
            fault ? faults[fault] : words.evalElsewhereNote(location.origin)
          }</p>
        </div>
        ${address === "" ? nothing : this.#headers(metadata)}
      </div>
    </details>`;
  }

  /** Only where there is an address that they are for. */
  #headers(metadata: Place["metadata"]) {
    return html`<div class="field">
          <span class="legend">${this.words.evalElsewhereHeaders}</span>
          <app-metadata-editor .metadata=${metadata}
            @edit=${({ value }: EditEvent<Place["metadata"]>) => this.#change({ elsewhere: { address: this.next.elsewhere.address, metadata: value } })}></app-metadata-editor>
        </div>`;
  }

  #takeAddress(event: Event) {
    const address = (event.target as HTMLInputElement).value.trim();
    this.fault = checkAddress(address, location.protocol) as NextRun["fault"];
    if (!this.fault) this.#change({ elsewhere: { address, metadata: this.next.elsewhere.metadata } });
  }

  #change(change: Partial<Next>) {
    this.dispatchEvent(new EditEvent<Next>({ ...this.next, ...change }));
  }

  #start() {
    if (this.fault) this.renderRoot.querySelector<HTMLInputElement>("#address")!.focus();
    else this.dispatchEvent(new StartEvent());
  }
}
