/** `<app-call-detail>`: all that is known of one call, in tabs. */

import { html, nothing } from "lit";
import { hintOf } from "../../client/index.ts";
import type { InspectedCall, InspectedError } from "../../inspect/index.ts";
import { formatBytes } from "../../photos/index.ts";
import { AppElement } from "../look/app-element.ts";
import { tabStyles } from "../look/tab.css.ts";
import { methodName } from "../serving/target.ts";
import { callDetailStyles } from "./call-detail.css.ts";
import { callHeaders } from "./call-headers.ts";
import { callState, callStateStyles } from "./call-state.ts";
import { callTimes, callTimesStyles } from "./call-times.ts";

const TABS = ["tabMessages", "tabHex", "tabHeaders", "tabTimes", "tabCopy"] as const;

export class CallDetail extends AppElement {
  static override properties = { call: { attribute: false }, tab: { state: true } };
  static override styles = [AppElement.styles, tabStyles, callStateStyles, callTimesStyles, callDetailStyles];

  declare call: InspectedCall;
  declare tab: (typeof TABS)[number];

  constructor() {
    super();
    this.tab = "tabMessages";
  }

  protected override render() {
    const { words, call, tab } = this;
    const version = call.version === "0" ? "" : ` v${call.version}`;
    return html`
      <h2 class="mono">${methodName(call)}${version}</h2>
      <p class="line">${callState(call, words)}
        <span class="quiet small">${words.instancesSent(call.instances)} · ${this.#bytes()}</span></p>
      <p class="quiet small mono url">${call.url}</p>
      ${call.error ? this.#error(call.error) : nothing}
      <div role="tablist" aria-label=${words.callParts} @keydown=${this.#press}>
        ${TABS.map(
          (name) => html`<button role="tab" id=${name} aria-controls="panel" aria-selected=${name === tab}
            tabindex=${name === tab ? 0 : -1} @click=${() => {
              this.tab = name;
            }}>${words[name]}</button>`,
        )}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby=${tab} tabindex="0">${this.#panel()}</div>
    `;
  }

  #error(error: InspectedError) {
    const { words, language } = this;
    const { text, kind, grpcStatus, httpStatus } = error;
    return html`<div class="bad error"><p>${text || words.serverSilent}</p>
      ${kind ? html`<p>${words.whatToDo(hintOf({ error: text, kind, grpcStatus, httpStatus })[language])}</p>` : nothing}</div>`;
  }

  #bytes(): string {
    const { sentBytes, receivedBytes } = this.call;
    const [up, down] = [sentBytes, receivedBytes].map((size) =>
      size === undefined ? "–" : formatBytes(size),
    );
    return this.words.sentAndReceived(up!, down!);
  }

  #panel() {
    const { words, call, language } = this;
    switch (this.tab) {
      case "tabHeaders":
        return callHeaders(call, words);
      case "tabTimes":
        return callTimes(call.times, words, language);
      case "tabMessages":
        return this.#messages();
    }
    if (!call.messages) return html`<p class="quiet">${words.messagesGone}</p>`;
    return this.tab === "tabHex"
      ? html`<app-call-bytes .call=${call}></app-call-bytes>`
      : html`<app-call-copy .call=${call}></app-call-copy>`;
  }

  #messages() {
    const { words, call } = this;
    if (!call.messages) return html`<p class="quiet">${words.messagesGone}</p>`;
    const { request, reply } = call.messages;
    return html`
      <h3>${words.requestOf}</h3>
      <app-call-message .instances=${request.instances}></app-call-message>
      <h3>${words.replyOf}</h3>
      ${
        reply
          ? html`<app-call-message .instances=${reply.instances} .errors=${reply.errors}></app-call-message>`
          : html`<p class="quiet">${words.noReplyMessage}</p>`
      }
    `;
  }

  async #press(event: KeyboardEvent): Promise<void> {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const at = TABS.indexOf(this.tab) + step + TABS.length;
    this.tab = TABS[at % TABS.length]!;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")!.focus();
  }
}
