/** `<app-inspector-page>`: all calls of the page in a list, and all of one of them beside it. */

import { html, nothing } from "lit";
import type { InspectedCall } from "../../inspect/index.ts";
import { formatBytes } from "../../photos/index.ts";
import { TAGS } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { backIcon } from "../look/icons.ts";
import { callLog } from "../serving/call-log.ts";
import { methodName } from "../serving/target.ts";
import { callState, callStateStyles, hasFailed } from "./call-state.ts";
import { inspectorPageStyles } from "./inspector-page.css.ts";
import { msText } from "./ms-text.ts";

export class InspectorPage extends AppElement {
  static override properties = {
    chosen: { state: true },
    onlyFailed: { state: true },
    withProbes: { state: true },
    servable: { state: true },
  };
  static override styles = [AppElement.styles, formStyles, callStateStyles, inspectorPageStyles];

  /** The call's id. */
  declare chosen: number | undefined;
  declare onlyFailed: boolean;
  declare withProbes: boolean;
  /** Empty for all. */
  declare servable: string;

  constructor() {
    super();
    this.onlyFailed = false;
    this.withProbes = false;
    this.servable = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(callLog);
  }

  protected override render() {
    const { words } = this;
    const calls = this.#shown();
    const chosen = callLog.calls.find(({ id }) => id === this.chosen);
    return html`
      <h1>${words.inspectorTitle}</h1>
      <div class=${chosen ? "top chosen" : "top"}>
        <p class="quiet intro">${words.inspectorIntro}</p>
        ${this.#tools(calls.length)}
      </div>
      <div class=${chosen ? "columns chosen" : "columns"}>
        ${calls.length === 0 ? html`<p class="empty">${this.#all().length > 0 ? words.noCallsLeft : words.noCalls}</p>` : this.#list(calls)}
        ${chosen ? this.#detail(chosen) : calls.length === 0 ? nothing : html`<p class="empty wide">${words.chooseCall}</p>`}
      </div>
    `;
  }

  /** Newest first. */
  #all(): InspectedCall[] {
    return callLog.calls.filter(({ isProbe }) => this.withProbes || !isProbe).reverse();
  }

  #shown(): InspectedCall[] {
    return this.#all().filter(
      (call) =>
        (!this.onlyFailed || hasFailed(call)) && (this.servable === "" || call.servable === this.servable),
    );
  }

  #tools(shown: number) {
    const { words } = this;
    const all = this.#all();
    const servables = [...new Set([...all.map(({ servable }) => servable), this.servable])].filter(Boolean);
    const checked = (event: Event) => (event.target as HTMLInputElement).checked;
    return html`<div class="tools">
      <label class="check"><input type="checkbox" .checked=${this.onlyFailed}
        @change=${(event: Event) => {
          this.onlyFailed = checked(event);
        }} />${words.onlyFailed}</label>
      <label class="check"><input type="checkbox" .checked=${this.withProbes}
        @change=${(event: Event) => {
          this.withProbes = checked(event);
        }} />${words.withProbes}</label>
      <select aria-label=${words.ofServable} @change=${(event: Event) => {
        this.servable = (event.target as HTMLSelectElement).value;
      }}>
        <option value="" ?selected=${this.servable === ""}>${words.allServables}</option>
        ${servables.sort().map((name) => html`<option value=${name} ?selected=${name === this.servable}>${name}</option>`)}
      </select>
      <span class="quiet small count" role="status">${words.callsShown(shown, all.length)}
        ${callLog.gone > 0 ? words.callsGone(callLog.gone) : nothing}</span>
      <button @click=${this.#clear}>${words.clearCalls}</button>
    </div>`;
  }

  #list(calls: readonly InspectedCall[]) {
    const at = calls.some(({ id }) => id === this.chosen) ? this.chosen : calls[0]!.id;
    return html`<ol aria-label=${this.words.calls} @keydown=${(event: KeyboardEvent) => this.#press(event, calls)}>
      ${calls.map((call) => html`<li>${this.#row(call, call.id === at)}</li>`)}
    </ol>`;
  }

  #row(call: InspectedCall, isReached: boolean) {
    const { words } = this;
    const time = new Intl.DateTimeFormat(TAGS[this.language], { timeStyle: "medium" });
    const up = call.sentBytes === undefined ? "–" : formatBytes(call.sentBytes);
    const down = call.receivedBytes === undefined ? "–" : formatBytes(call.receivedBytes);
    return html`<button data-call=${call.id} tabindex=${isReached ? 0 : -1}
      aria-current=${call.id === this.chosen ? "true" : nothing} @click=${() => this.#choose(call.id)}>
      <span class="whom mono">${methodName(call)}</span>
      <span class="ms">${call.state === "pending" ? nothing : msText(call.times.totalMs, this.language)}</span>
      ${callState(call, words)}
      <span class="facts">${time.format(call.began)} · ${words.instancesSent(call.instances)} · <span aria-hidden="true">↑ ${up} ↓ ${down}</span><span
        class="unseen">${words.sentAndReceived(up, down)}</span></span>
    </button>`;
  }

  #detail(call: InspectedCall) {
    return html`<section class="detail" aria-label=${methodName(call)}>
      <button class="bare back" @click=${this.#back}>${backIcon}${this.words.backToCalls}</button>
      <app-call-detail .call=${call}></app-call-detail>
    </section>`;
  }

  async #choose(id: number): Promise<void> {
    this.chosen = id;
    await this.updateComplete;
    // Where the call stands in the list's place, as on a phone.
    const back = this.renderRoot.querySelector<HTMLElement>(".back")!;
    if (back.checkVisibility()) back.focus();
  }

  #back = async (): Promise<void> => {
    const id = this.chosen;
    this.chosen = undefined;
    await this.updateComplete;
    this.#button(id)?.focus();
  };

  async #press(event: KeyboardEvent, calls: readonly InspectedCall[]): Promise<void> {
    const now = Number((event.target as HTMLElement).closest<HTMLElement>("[data-call]")?.dataset.call);
    const at = calls.findIndex(({ id }) => id === now);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: calls.length - 1 }[event.key];
    const call = to === undefined ? undefined : calls[to];
    if (!call) return;
    event.preventDefault();
    this.chosen = call.id;
    await this.updateComplete;
    this.#button(call.id)?.focus();
  }

  #button(id: number | undefined): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-call="${id}"]`);
  }

  #clear(): void {
    this.chosen = undefined;
    callLog.clear();
  }
}
