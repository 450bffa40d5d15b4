/** `<app-run-bar>`: how far one run is, its shares, and what stops, starts and saves it. */

import { css, html, nothing } from "lit";
import type { Figures } from "../../evaluation/index.ts";
import { numberFormat, removeIcon, retryIcon } from "../../ui/index.ts";
import { timeLeft } from "../classify/results/time-text.ts";
import { AppElement } from "../look/app-element.ts";
import { downloadIcon, pauseIcon, resumeIcon } from "../look/icons.ts";
import { trackStyles } from "../look/track.css.ts";
import type { Evaluation } from "./evaluation.ts";
import { RunActionEvent } from "./set-events.ts";
import { shareText } from "./share-text.ts";

/** Says {@link RunActionEvent}. */
export class RunBar extends AppElement {
  static override properties = {
    evaluation: { attribute: false },
    figures: { attribute: false },
    heading: {},
    whereabouts: {},
    isSecond: { type: Boolean },
  };

  static override styles = [
    AppElement.styles,
    trackStyles,
    css`
      .track {
        margin-top: 8px;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 32px;
        margin: 8px 0 0;
      }
      dt {
        color: var(--_ink-quiet);
        font-size: var(--_small);
      }
      dd {
        margin: 0;
        font-size: 24px;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        line-height: 1.2;
      }
      dd small {
        display: block;
        color: var(--_ink-quiet);
        font-size: var(--_small);
        font-weight: 400;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-top: 6px;
      }
      .row p {
        flex: 1 1 280px;
        color: var(--_ink-quiet);
        font-variant-numeric: tabular-nums;
      }
      .halted {
        color: var(--_bad);
      }
    `,
  ];

  declare evaluation: Evaluation;
  declare figures: Figures;
  declare heading: string;
  /** Version and address, where they tell it from another run. */
  declare whereabouts: string;
  declare isSecond: boolean;

  protected override render() {
    const { words, evaluation } = this;
    const { run } = evaluation;
    const width = (count: number) => `width: ${(count / run.size) * 100}%`;
    const progress = words.evalProgress(evaluation.settled, run.size, run.failed);
    return html`
      <h2 class="mono">${this.heading}</h2>
      ${this.whereabouts === "" ? nothing : html`<p class="quiet small">${this.whereabouts}</p>`}
      ${evaluation.set.names.size === 0 ? nothing : this.#shares()}
      <div class="track" role="progressbar" aria-label=${this.heading} aria-valuemin="0" aria-valuemax=${run.size}
        aria-valuenow=${evaluation.settled} aria-valuetext=${progress}>
        <span .style=${width(run.answered)}></span><span class="failed" .style=${width(run.failed)}></span>
      </div>
      <div class="row"><p>${progress}${this.#more()}</p>${this.#buttons()}</div>
    `;
  }

  #shares() {
    const { words, evaluation, figures, language } = this;
    const of = words.evalOf(figures.right1, figures.labelled);
    return html`<dl>
        <div><dt>${words.evalTop1}</dt><dd data-figure="top1">${shareText(figures.top1, language)}<small>${of}</small></dd></div>
        <div><dt>${words.evalTop5}</dt><dd data-figure="top5">${shareText(figures.top5, language)}<small>${
          figures.top5 === undefined
            ? words.evalFewLabels(evaluation.run.mostLabels)
            : words.evalOf(figures.right5, figures.labelled)
        }</small></dd></div>
      </dl>`;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("button")?.focus());
  }

  #more() {
    const { words, evaluation, language } = this;
    if (evaluation.isOver) return nothing;
    if (evaluation.halt)
      return html` · <span class="halted">${evaluation.halt.passing ? words.evalWaits : words.evalStopped}</span>`;
    if (evaluation.paused) return html` · ${words.evalPaused}`;
    const { rate } = evaluation;
    if (rate === undefined) return nothing;
    const left = (evaluation.run.size - evaluation.settled) / rate;
    const figure = numberFormat(language, { maximumSignificantDigits: 2 }).format(rate);
    return html` · ${words.evalRate(figure, timeLeft(left, language))}`;
  }

  #buttons() {
    const { words, evaluation } = this;
    const stands = evaluation.paused || evaluation.halt;
    return html`
      ${
        evaluation.isOver
          ? nothing
          : stands
            ? this.#button("start", resumeIcon, words.evalGoOn)
            : this.#button("pause", pauseIcon, words.evalPause)
      }
      ${evaluation.isOver && evaluation.run.failed > 0 ? this.#button("retry", retryIcon, words.evalRetry(evaluation.run.failed)) : nothing}
      ${this.#button("csv", downloadIcon, "CSV", words.evalSaveCsv)}
      ${this.#button("json", downloadIcon, "JSON", words.evalSaveJson)}
      ${this.isSecond ? this.#button("remove", removeIcon, words.evalRemoveRun) : nothing}
    `;
  }

  #button(action: RunActionEvent["action"], icon: unknown, word: string, title?: string) {
    return html`<button class="bare" data-action=${action} title=${title ?? nothing} aria-label=${title ?? nothing}
      @click=${() => this.dispatchEvent(new RunActionEvent(action))}>${icon}${word}</button>`;
  }
}
