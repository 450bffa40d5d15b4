/** `<app-comparison-view>`: two runs side by side: how often they agree, what changed, which is right, and by more than chance or not. */

import { css, html, nothing } from "lit";
import type { ChangedLabel, Comparison } from "../../evaluation/index.ts";
import { numberFormat, removeIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { downloadIcon } from "../look/icons.ts";
import type { JudgedPhoto } from "./judged-photos.ts";
import type { JudgedRun } from "./judged-run.ts";
import { type FileKind, saveComparison } from "./save-run.ts";
import { shareText } from "./share-text.ts";

const PAGE = 10;

/** What is below it is not told more exactly: nobody reads such figures. */
const SMALLEST_P = 0.0001;

export class ComparisonView extends AppElement {
  static override properties = {
    first: { attribute: false },
    second: { attribute: false },
    comparison: { attribute: false },
    chosen: { state: true },
    most: { state: true },
  };

  static override styles = [
    AppElement.styles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      .test {
        font-weight: 600;
      }
      .labels,
      app-judged-photos {
        margin-top: 16px;
      }
      li {
        display: flex;
        align-items: baseline;
        gap: 8px;
      }
      li span {
        min-width: 3ch;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      li button.bare {
        justify-content: start;
        min-height: 32px;
        color: var(--_ink);
        overflow-wrap: anywhere;
        text-align: start;
        white-space: normal;
      }
      li button.bare[aria-pressed="true"] {
        background: var(--_accent-quiet);
      }
    `,
  ];

  declare first: JudgedRun;
  declare second: JudgedRun;
  declare comparison: Comparison;
  /** Whose photos alone are shown. */
  declare chosen: Pick<ChangedLabel, "first" | "second"> | undefined;
  declare most: number;

  constructor() {
    super();
    this.most = PAGE;
  }

  protected override render() {
    const { words, language, chosen } = this;
    const { agreed, photos, agreement, oneAnswered, labelled } = this.comparison;
    const heading = chosen
      ? words.evalChangedOf(this.#name(chosen.first), this.#name(chosen.second))
      : words.evalChanged;
    return html`
      <div class="head"><h2>${words.evalCompared}</h2>
        <div>${this.#save("csv", words.evalSaveComparisonCsv)}${this.#save("json", words.evalSaveComparisonJson)}</div></div>
      <p>${words.evalAgreed(agreed, photos, shareText(agreement, language))}
        ${oneAnswered > 0 ? words.evalOneAnswered(oneAnswered) : nothing}</p>
      ${labelled > 0 ? this.#test() : nothing}
      ${this.#labels()}
      <app-judged-photos .heading=${heading} .photos=${this.#changed(labelled > 0)}></app-judged-photos>
      ${
        chosen
          ? html`<button class="bare" @click=${() => {
              this.chosen = undefined;
            }}>${removeIcon}${words.evalAllChanged}</button>`
          : nothing
      }
    `;
  }

  #save(kind: FileKind, title: string) {
    return html`<button class="bare" title=${title} aria-label=${title}
      @click=${() => saveComparison(kind, this.first, this.second)}>${downloadIcon}${kind.toUpperCase()}</button>`;
  }

  #test() {
    const { words, language } = this;
    const { onlyFirst, onlySecond, test } = this.comparison;
    const figure = (value: number) => numberFormat(language, { maximumSignificantDigits: 3 }).format(value);
    const isExact = test.statistic === undefined;
    const p = test.p < SMALLEST_P ? `< ${SMALLEST_P}` : `= ${figure(test.p)}`;
    const statistic = isExact ? "" : `χ² = ${figure(test.statistic!)}, `;
    return html`
      <p>${words.evalOnlyFirst(onlyFirst)} · ${words.evalOnlySecond(onlySecond)}</p>
      <p class="test">${words.evalTest(isExact ? words.evalTestExact : words.evalTestChi, statistic, p)}</p>
      <p class="quiet">${test.p < 0.05 ? words.evalSignificant : words.evalNotSignificant}</p>`;
  }

  #labels() {
    const { words, chosen, most } = this;
    const { changedLabels } = this.comparison;
    if (changedLabels.length === 0) return nothing;
    const isChosen = (one: ChangedLabel) => chosen?.first === one.first && chosen?.second === one.second;
    return html`<h2 class="labels">${words.evalChangedLabels}</h2>
      <ol>${changedLabels.slice(0, most).map(
        (
          one,
        ) => html`<li><span>${one.photos}</span><button class="bare" aria-pressed=${String(chosen !== undefined && isChosen(one))}
          @click=${() => {
            this.chosen = one;
          }}>${this.#name(one.first)} → ${this.#name(one.second)}</button></li>`,
      )}</ol>
      ${
        changedLabels.length > most
          ? html`<button @click=${() => {
              this.most += 5 * PAGE;
            }}>${words.evalMore(changedLabels.length - most)}</button>`
          : nothing
      }`;
  }

  #name(label: string | undefined): string {
    return label ?? this.words.evalUnnamed;
  }

  #changed(areLabelled: boolean): JudgedPhoto[] {
    const { words, first, second, chosen } = this;
    const right = {
      first: words.evalRightFirst,
      second: words.evalRightSecond,
      both: "",
      neither: words.evalRightNone,
      unknown: areLabelled ? words.evalRightUnknown : "",
    };
    return this.comparison.changed.flatMap((change) => {
      const one = first.run.labels.texts[first.run.labelOf(change.first)];
      const other = second.run.labels.texts[second.run.labelOf(change.second)];
      if (chosen && (chosen.first !== one || chosen.second !== other)) return [];
      return {
        number: change.first,
        path: first.run.paths[change.first]!,
        file: first.evaluation.set.photos[change.first]!.file,
        lines: [
          { text: `1: ${this.#name(one)}` },
          { text: `2: ${this.#name(other)}` },
          ...(right[change.right] === "" ? [] : [{ text: right[change.right], quiet: true }]),
        ],
      };
    });
  }
}
