/** `<app-history-list>`: past calls, each to be filled in again. */

import { css, html } from "lit";
import { doneIcon, failedIcon, TAGS } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { clearHistory, history, type PastCall } from "./history.ts";

/** A past call is to be filled in again. */
export class ReplayEvent extends Event {
  static readonly type = "replay";
  readonly call: PastCall;

  constructor(call: PastCall) {
    super(ReplayEvent.type);
    this.call = call;
  }
}

/** Says {@link ReplayEvent}. */
export class HistoryList extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      details {
        border-top: 1px solid var(--_line);
        padding-top: 8px;
      }
      summary {
        width: fit-content;
        min-height: 28px;
        padding: 4px 0;
        font-weight: 600;
        cursor: pointer;
      }
      .about {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      ol {
        margin-top: 8px;
        max-height: 320px;
        overflow: auto;
      }
      li button {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto auto;
        justify-content: start;
        width: 100%;
        gap: 10px;
        border-color: transparent;
        background: none;
        text-align: start;
      }
      li button:hover {
        background: var(--_table);
      }
      .failed {
        color: var(--_bad);
      }
      .done {
        color: var(--_accent);
      }
      .whom {
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(history);
  }

  protected override render() {
    const { words } = this;
    const calls = history.value;
    const time = new Intl.DateTimeFormat(TAGS[this.language], { dateStyle: "short", timeStyle: "medium" });
    return html`<details>
      <summary>${words.history} (${calls.length})</summary>
      <div class="about">
        <p class="quiet small">${words.historyNote}</p>
        ${calls.length > 0 ? html`<button @click=${clearHistory}>${words.clearHistory}</button>` : html`<p class="quiet">${words.historyEmpty}</p>`}
      </div>
      <ol>${calls.map((call) => html`<li>${this.#call(call, time)}</li>`)}</ol>
    </details>`;
  }

  #call(call: PastCall, time: Intl.DateTimeFormat) {
    const { words } = this;
    const version = call.version === "0" ? "" : ` v${call.version}`;
    const what = `${call.servable}.${call.method}${version}`;
    return html`<button @click=${() => this.dispatchEvent(new ReplayEvent(call))}>
      <span class=${call.failed ? "failed" : "done"}>${call.failed ? failedIcon : doneIcon}</span>
      <span class="whom mono"><span class="unseen">${words.replayCall} </span>${what}<span class="unseen">
        ${call.failed ? words.failed : words.done}</span></span>
      <span class="quiet small">${words.instancesCount(call.instances.length)}</span>
      <span class="quiet small">${time.format(call.at)}</span>
    </button>`;
  }
}
