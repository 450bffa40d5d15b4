/** `<app-history-list>`: past calls, each to be filled in again, or its reply to be looked at. */

import { css, html, nothing } from "lit";
import { doneIcon, failedIcon } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { clearHistory, history, type PastCall } from "./history.ts";
import { LookEvent, OpenEvent } from "./kept-events.ts";
import { keptListStyles } from "./kept-list.css.ts";
import { failureLine, timeText } from "./kept-text.ts";

/** Says {@link OpenEvent} and {@link LookEvent}. */
export class HistoryList extends AppElement {
  static override properties = { undo: { state: true } };

  static override styles = [
    AppElement.styles,
    keptListStyles,
    css`
      li .whole {
        grid-template-columns: 16px minmax(0, 1fr) auto;
      }
      .failed {
        color: var(--_bad);
      }
      .done {
        color: var(--_accent);
      }
      .why {
        grid-column: 2 / -1;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--_bad);
      }
      @media (max-width: 640px) {
        li .whole {
          grid-template-columns: 16px minmax(0, 1fr);
        }
        .facts {
          grid-column: 2;
        }
      }
    `,
  ];

  /** Brings back what was cleared. */
  declare protected undo: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(history);
  }

  protected override render() {
    const { words, undo } = this;
    const calls = history.value;
    return html`<details>
      <summary>${words.history} (${calls.length})</summary>
      <div class="about">
        <p class="quiet small">${words.historyNote}</p>
        ${calls.length > 0 ? html`<div class="tools"><button @click=${this.#clear}>${words.clearHistory}</button></div>` : html`<p class="quiet">${words.historyEmpty}</p>`}
      </div>
      <p class="undo" role="status">${
        undo
          ? html`${words.historyCleared}<button @click=${() => {
              undo();
              this.undo = undefined;
            }}>${words.undo}</button>`
          : nothing
      }</p>
      <ol>${calls.map((call) => html`<li>${this.#call(call)}</li>`)}</ol>
    </details>`;
  }

  #clear() {
    this.undo = clearHistory();
  }

  #call(call: PastCall) {
    const { words } = this;
    const version = call.version === "0" ? "" : ` v${call.version}`;
    const what = `${call.servable}.${call.method}${version}`;
    const time = timeText(call.at, this.language);
    const facts = [words.instancesCount(call.instances.length), words.milliseconds(call.ms), time];
    const why = failureLine(call.reply, words, this.language);
    return html`<button class="whole" @click=${() => this.dispatchEvent(new OpenEvent(call))}>
        <span class=${call.failed ? "failed" : "done"}>${call.failed ? failedIcon : doneIcon}</span>
        <span class="whom mono"><span class="unseen">${words.replayCall} </span>${what}<span class="unseen">
          ${call.failed ? words.failed : words.done}</span></span>
        <span class="quiet small facts">${facts.join(" · ")}</span>
        ${why === "" ? nothing : html`<span class="why small">${why}</span>`}
      </button>
      ${
        call.reply
          ? html`<button class="bare" @click=${() => this.dispatchEvent(new LookEvent(call))}>${words.lookAtReply}<span
              class="unseen"> ${what}, ${time}</span></button>`
          : nothing
      }`;
  }
}
