/** `<app-comparison-view>`: two runs side by side: how often they agree, which is right, and by how much more than chance. */

import { css, html } from "lit";
import type { Comparison } from "../../evaluation/index.ts";
import { numberFormat } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { methodName } from "../serving/target.ts";
import type { Evaluation } from "./evaluation.ts";
import type { JudgedPhoto } from "./judged-photos.ts";
import { shareText } from "./share-text.ts";

export class ComparisonView extends AppElement {
  static override properties = {
    first: { attribute: false },
    second: { attribute: false },
    comparison: { attribute: false },
  };

  static override styles = [
    AppElement.styles,
    css`
      .test {
        font-weight: 600;
      }
      app-judged-photos {
        margin-top: 16px;
      }
    `,
  ];

  declare first: Evaluation;
  declare second: Evaluation;
  declare comparison: Comparison;

  protected override render() {
    const { words, first, second, language } = this;
    const { agreed, photos, onlyFirst, onlySecond, test } = this.comparison;
    const figure = (value: number) => numberFormat(language, { maximumSignificantDigits: 3 }).format(value);
    const isExact = test.statistic === undefined;
    const statistic = isExact ? "" : `χ² = ${figure(test.statistic!)}, `;
    const share = shareText(photos === 0 ? undefined : agreed / photos, language);
    return html`
      <h2>${words.evalCompared}</h2>
      <p>${words.evalAgreed(agreed, photos, share)}</p>
      <p>${words.evalOnly(methodName(first.target), onlyFirst)} · ${words.evalOnly(methodName(second.target), onlySecond)}</p>
      <p class="test">${words.evalTest(isExact ? words.evalTestExact : words.evalTestChi, statistic, figure(test.p))}</p>
      <p class="quiet">${test.p < 0.05 ? words.evalSignificant : words.evalNotSignificant}</p>
      <app-judged-photos .heading=${words.evalChanged} .photos=${this.#changed()}></app-judged-photos>
    `;
  }

  #changed(): JudgedPhoto[] {
    const { words, first, second } = this;
    const right = {
      first: words.evalRightFirst,
      second: words.evalRightSecond,
      both: "",
      neither: words.evalRightNone,
      unknown: words.evalRightUnknown,
    };
    return this.comparison.changed.map((change) => ({
      number: change.first,
      path: first.run.paths[change.first]!,
      file: first.set.photos[change.first]!.file,
      lines: [
        { text: `1: ${first.run.labels.texts[first.run.labelOf(change.first)] ?? words.evalNoAnswer}` },
        { text: `2: ${second.run.labels.texts[second.run.labelOf(change.second)] ?? words.evalNoAnswer}` },
        { text: right[change.right], quiet: true },
      ],
    }));
  }
}
