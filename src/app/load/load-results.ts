/** `<app-load-results>`: what one sweep has come to, of what it is, and what saves it. */

import { css, html, nothing } from "lit";
import { writeCsv } from "../../evaluation/index.ts";
import type { StepSize } from "../../load/index.ts";
import { removeIcon, TAGS } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { download } from "../look/download.ts";
import { type EditEvent, RemoveEvent } from "../look/events.ts";
import { downloadIcon } from "../look/icons.ts";
import { trackStyles } from "../look/track.css.ts";
import { methodName } from "../serving/target.ts";
import { loadCsv } from "./load-csv.ts";
import { type LoadRun, MOST_CONNECTIONS } from "./load-run.ts";

/** Says {@link RemoveEvent}. */
export class LoadResults extends AppElement {
  static override properties = {
    run: { attribute: false },
    // A run is the same object for as long as it lasts.
    drawn: { attribute: false },
    chosen: { state: true },
  };

  static override styles = [
    AppElement.styles,
    trackStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 16px;
      }
      h2 {
        overflow-wrap: anywhere;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
      }
      .row p {
        flex: 1 1 240px;
        color: var(--_ink-quiet);
        font-variant-numeric: tabular-nums;
      }
      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
        gap: 16px 32px;
      }
      .note {
        max-width: 90ch;
        padding: 8px 12px;
        border: 1px solid var(--_line-strong);
        border-radius: var(--_corner);
      }
      .command {
        display: grid;
        gap: 4px;
        min-width: 0;
      }
    `,
  ];

  declare run: LoadRun;
  declare drawn: unknown;
  /** A step's number; `undefined` for the newest. */
  declare chosen: number | undefined;

  protected override render() {
    const { words, run, language } = this;
    const { target, plan, results, failures } = run;
    const at = new Intl.DateTimeFormat(TAGS[language], { dateStyle: "short", timeStyle: "medium" });
    const chosen = this.chosen ?? results.length - 1;
    const step = results[chosen];
    const progress = words.loadProgress(results.length, plan.sizes.length);
    const version = target.version === "0" ? "" : ` v${target.version}`;
    return html`
      <div class="head">
        <h2 class="mono">${methodName(target)}${version}</h2>
        <p class="quiet small">${words.loadAt(run.address, at.format(run.began))}</p>
      </div>
      <div class="track" role="progressbar" aria-label=${methodName(target)} aria-valuemin="0" aria-valuemax=${plan.sizes.length}
        aria-valuenow=${results.length} aria-valuetext=${progress}>
        <span .style=${`width: ${(results.length / plan.sizes.length) * 100}%`}></span>
      </div>
      <div class="row"><p>${progress}${this.#ended()}</p>${this.#buttons()}</div>
      ${failures.map((failure) => html`<app-failure-banner plain .failure=${failure}></app-failure-banner>`)}
      ${this.#protocolNote()}
      <div class="charts">
        <app-width-chart .results=${[...results]} .figure=${"perSecond"} .heading=${words.loadPerSecondBy}></app-width-chart>
        <app-width-chart .results=${[...results]} .figure=${"p95"} .heading=${words.loadP95By}></app-width-chart>
      </div>
      <app-step-table .run=${run} .drawn=${this.drawn} .chosen=${chosen}
        @edit=${({ value }: EditEvent<number>) => {
          this.chosen = value;
        }}></app-step-table>
      ${step ? html`<app-time-histogram .step=${step}></app-time-histogram>` : nothing}
      ${this.#command()}
    `;
  }

  #ended() {
    const { words, run } = this;
    if (run.stopped) return ` · ${run.stopped === "left" ? words.loadLeft : words.loadStopped}`;
    return run.isOver && run.results.length < run.plan.sizes.length ? ` · ${words.loadHopeless}` : nothing;
  }

  /** A width that a browser does not have measures the browser. */
  #protocolNote() {
    const { words, run } = this;
    const isWide = ({ concurrency }: StepSize) => concurrency > MOST_CONNECTIONS;
    if (run.protocol === "http/1.1" && run.plan.sizes.some(isWide))
      return html`<p class="note">${words.loadHttp1(MOST_CONNECTIONS)}</p>`;
    return run.protocol === "" && run.results.some((step) => step.calls > 0 && isWide(step))
      ? html`<p class="note">${words.loadUnknownProtocol(MOST_CONNECTIONS)}</p>`
      : nothing;
  }

  #buttons() {
    const { words, run } = this;
    const save = (
      type: string,
      title: string,
      text: () => string,
    ) => html`<button class="bare" title=${title} aria-label=${title}
      ?disabled=${run.results.length === 0} @click=${() =>
        download(
          new Blob([text()], { type }),
          `load-${methodName(run.target)}.${type.split("/")[1]}`,
        )}>${downloadIcon}${type.split("/")[1]!.toUpperCase()}</button>`;
    return html`
      ${save("text/csv", words.loadSaveCsv, () => writeCsv(loadCsv(run)))}
      ${save("application/json", words.loadSaveJson, () => JSON.stringify(run, null, 2))}
      ${run.isOver ? html`<button class="bare" @click=${() => this.dispatchEvent(new RemoveEvent())}>${removeIcon}${words.loadRemove}</button>` : nothing}
    `;
  }

  #command() {
    const { words, run } = this;
    return html`<div class="command">
      <p class="quiet small">${run.command ? words.loadCommand : words.loadNoCommand}${run.command && run.hasHeaders ? ` ${words.loadNoHeaders}` : nothing}</p>
      ${run.command ? html`<app-copy-line .text=${run.command}></app-copy-line>` : nothing}
    </div>`;
  }
}
