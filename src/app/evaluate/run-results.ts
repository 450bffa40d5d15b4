/** `<app-run-results>`: all that is known of one run: names, classes, what is taken for what, mistakes, failures. */

import { css, html, nothing } from "lit";
import { type Figures, type Mapping, photosIn, worstMistakes } from "../../evaluation/index.ts";
import { removeIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent } from "../look/events.ts";
import type { Evaluation } from "./evaluation.ts";
import type { CellEvent } from "./set-events.ts";
import { shownPhotos } from "./shown-photos.ts";

const MOST_MISTAKES = 60;

/** Says an {@link EditEvent} of the names and what they are called. */
export class RunResults extends AppElement {
  static override properties = {
    evaluation: { attribute: false },
    figures: { attribute: false },
    mapping: { attribute: false },
    names: { attribute: false },
    cell: { state: true },
  };

  static override styles = [
    AppElement.styles,
    css`
      :host > * {
        margin-top: 20px;
      }
      .wrong {
        margin-top: 12px;
      }
      .cell {
        padding: 12px 16px;
        border: 1px solid var(--_accent);
        border-radius: var(--_corner);
      }
    `,
  ];

  declare evaluation: Evaluation;
  declare figures: Figures;
  declare mapping: Mapping;
  declare names: ReadonlyMap<string, string>;
  declare cell: CellEvent | undefined;

  protected override render() {
    const { words, figures, evaluation } = this;
    const { run } = evaluation;
    const wrong = words.evalWrongNote(figures.failed, figures.unmapped);
    const show = (event: CellEvent) => {
      this.cell = event;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".cell")?.focus());
    };
    const failed = run.paths.flatMap((_, i) => (run.failureOf(i) ? [i] : []));
    return html`
      ${wrong === "" ? nothing : html`<p class="wrong">${words.evalCountWrong(wrong)}</p>`}
      ${evaluation.set.names.size === 0 ? nothing : this.#judged(show)}
      <app-judged-photos class="failures" .heading=${words.evalFailures} .photos=${this.#photos(failed)}></app-judged-photos>
    `;
  }

  /** Of photos that somebody labelled. */
  #judged(show: (event: CellEvent) => void) {
    const { words, figures, mapping, evaluation } = this;
    const { run } = evaluation;
    return html`
      <app-name-mapping .names=${run.truths.texts} .labels=${run.labels.texts} .mapping=${mapping}  .given=${this.names}
        @edit=${({ value }: EditEvent<ReadonlyMap<string, string>>) => this.dispatchEvent(new EditEvent(value))}></app-name-mapping>
      <app-confusion-matrix .figures=${figures} @cell=${show}></app-confusion-matrix>
      ${this.cell ? this.#cell(this.cell) : nothing}
      <app-confused-pairs .figures=${figures} @cell=${show}></app-confused-pairs>
      <app-judged-photos class="mistakes" .heading=${words.evalMistakes} .note=${words.evalMistakesMore}
        .photos=${this.#photos(worstMistakes(run, mapping, MOST_MISTAKES))}></app-judged-photos>
      <app-class-table .figures=${figures}></app-class-table>
    `;
  }

  #cell({ truth, predicted }: CellEvent) {
    const { words, evaluation, mapping } = this;
    const numbers = photosIn(evaluation.run, mapping, truth, predicted);
    return html`<section class="cell" tabindex="-1" aria-label=${words.evalCellTitle(truth, predicted ?? words.evalNoAnswer)}>
      <app-judged-photos .heading=${words.evalCellTitle(truth, predicted ?? words.evalNoAnswer)}
        .photos=${this.#photos(numbers)}></app-judged-photos>
      <button class="bare" @click=${() => {
        this.cell = undefined;
      }}>${removeIcon}${words.evalClosePhotos}</button>
    </section>`;
  }

  #photos(numbers: readonly number[]) {
    return shownPhotos(this.evaluation, this.mapping, numbers, this.words, this.language);
  }
}
