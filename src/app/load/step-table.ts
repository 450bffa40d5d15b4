/** `<app-step-table>`: a sweep's steps, those to come among them; one is chosen for its histogram. */

import { css, html, nothing } from "lit";
import type { StepResult, StepSize } from "../../load/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent } from "../look/events.ts";
import { tableStyles } from "../look/table.css.ts";
import { figureText } from "./figures-text.ts";
import type { LoadRun } from "./load-run.ts";

/** Says {@link EditEvent} with the chosen step's number. */
export class StepTable extends AppElement {
  static override properties = {
    run: { attribute: false },
    // A run is the same object for as long as it lasts.
    drawn: { attribute: false },
    chosen: { type: Number },
  };

  static override styles = [
    AppElement.styles,
    tableStyles,
    css`
      thead th,
      thead th:first-child {
        min-width: 5em;
        vertical-align: bottom;
        font-weight: 600;
      }
      tbody th:first-child {
        min-width: 0;
      }
      tbody label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
        cursor: pointer;
      }
      input {
        margin: 0;
        accent-color: var(--_accent);
      }
      @media (max-width: 640px) {
        th,
        td {
          padding-inline: 6px;
        }
        thead th,
        thead th:first-child {
          min-width: 4em;
          font-size: var(--_small);
        }
      }
      .chosen > * {
        background: var(--_accent-quiet);
      }
      .open {
        color: var(--_ink-quiet);
      }
      .failed {
        color: var(--_bad);
        overflow-wrap: anywhere;
        text-align: start;
      }
    `,
  ];

  declare run: LoadRun;
  declare drawn: unknown;
  declare chosen: number;

  protected override render() {
    const { words, run } = this;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.loadSteps}><table>
      <thead><tr>
        <th scope="col">${words.loadConcurrency}</th><th scope="col">${words.loadBatch}</th>
        <th scope="col">${words.loadCount}</th><th scope="col">${words.loadPerSecond}</th>
        <th scope="col">p50, ms</th><th scope="col">p95, ms</th><th scope="col">p99, ms</th>
        <th scope="col">${words.loadFailed}</th>
      </tr></thead>
      <tbody>${run.plan.sizes.map((size, i) => {
        const result = run.results[i];
        return result ? this.#row(result, i) : this.#open(size, !run.isOver && i === run.results.length);
      })}</tbody>
    </table></div>`;
  }

  #row(step: StepResult, i: number) {
    const { words, language, run } = this;
    const isChosen = this.chosen === i;
    const failed = Object.entries(step.errors).map(([kind, count]) => `${count} ${kind}`);
    const figure = (value: number) => html`<td>${figureText(value, language)}</td>`;
    return html`<tr class=${isChosen ? "chosen" : ""}>
      <th scope="row"><label><input type="radio" name="step" aria-label=${words.loadHistogramOf(step.concurrency, step.batch)}
        .checked=${isChosen} @change=${() => this.dispatchEvent(new EditEvent(i))} />${step.concurrency}${run.waitsInBrowser(step) ? html`<sup>†</sup>` : nothing}</label></th>
      <td>${step.batch}</td><td>${step.calls}</td>
      ${figure(step.calls > 0 ? step.perSecond : Number.NaN)} ${figure(step.p50)} ${figure(step.p95)} ${figure(step.p99)}
      <td class=${failed.length > 0 ? "failed" : ""}>${failed.length > 0 ? failed.join(", ") : "–"}</td>
    </tr>`;
  }

  #open({ concurrency, batch }: StepSize, isUnderWay: boolean) {
    return html`<tr class="open"><th scope="row"><label><input type="radio" name="step" disabled aria-label=${this.words.loadHistogramOf(concurrency, batch)} />${concurrency}</label></th>
      <td>${batch}</td><td>${isUnderWay ? Math.max(0, this.run.calls) : "–"}</td>
      <td>–</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>`;
  }
}
