/** `<app-time-histogram>`: how long the calls of one step took, as bars and as a table. */

import { css, html, nothing, svg } from "lit";
import { type Bin, histogram, type StepResult } from "../../load/index.ts";
import { AppElement } from "../look/app-element.ts";
import { tableStyles } from "../look/table.css.ts";
import { chartStyles } from "./chart.css.ts";
import { figureText } from "./figures-text.ts";

const [WIDTH, HEIGHT] = [560, 180];
const EDGE = { top: 34, bottom: 22 };
const WIDEST_BAR = 56;

/** So many edges have room for their text. */
const MOST_EDGES = 7;

export class TimeHistogram extends AppElement {
  static override properties = { step: { attribute: false } };

  static override styles = [
    AppElement.styles,
    tableStyles,
    chartStyles,
    css`
      svg {
        max-width: 720px;
      }
      @media (max-width: 640px) {
        text {
          font-size: 19px;
        }
      }
      rect {
        fill: color-mix(in srgb, var(--_accent) 55%, var(--_table));
      }
      .mark {
        stroke: var(--_ink);
        stroke-dasharray: 3 3;
      }
      .mark-text {
        fill: var(--_ink);
      }
      details {
        margin-top: 8px;
      }
      summary {
        width: fit-content;
        cursor: pointer;
      }
      details .scroll {
        margin-top: 8px;
      }
    `,
  ];

  declare step: StepResult;

  protected override render() {
    const { words, step, language } = this;
    const bins = histogram(step.times);
    if (bins.length === 0) return nothing;
    const title = words.loadHistogramOf(step.concurrency, step.batch);
    const [first, last] = [bins[0]!, bins.at(-1)!];
    const fullest = bins.reduce((best, bin) => (bin.count > best.count ? bin : best));
    const told = words.loadHistogramTold(
      step.calls,
      figureText(first.from, language),
      figureText(last.to, language),
      fullest.count,
      figureText(fullest.from, language),
      figureText(fullest.to, language),
    );
    return html`<figure>
        <figcaption>${title}</figcaption>
        ${this.#bars(bins, `${title}: ${told}`)}
      </figure>
      <details>
        <summary class="small">${words.loadAsTable}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${title}><table>
          <thead><tr><th scope="col">${words.loadTimes}</th><th scope="col">${words.loadCount}</th></tr></thead>
          <tbody>${bins.map(
            ({ from, to, count }) =>
              html`<tr><th scope="row">${figureText(from, language)} – ${figureText(to, language)}</th><td>${count}</td></tr>`,
          )}</tbody>
        </table></div>
      </details>`;
  }

  #bars(bins: readonly Bin[], label: string) {
    const { step, language } = this;
    const most = Math.max(...bins.map(({ count }) => count));
    const bar = Math.min(WIDEST_BAR, WIDTH / bins.length);
    const floor = HEIGHT - EDGE.bottom;
    const start = bins[0]!.from;
    const every = Math.ceil((bins.length + 1) / MOST_EDGES);
    const edges = [...bins.map(({ from }) => from), bins.at(-1)!.to];
    /** Bins are as wide as each other by the times' logarithms. */
    const across = (ms: number) => (Math.log(ms / start) / Math.log(bins[0]!.to / start)) * bar;
    const marks = [["p50", step.p50] as const, ["p95", step.p95] as const];
    return html`<svg viewBox="-20 0 ${WIDTH + 40} ${HEIGHT}" role="img" aria-label=${label}>
      <line class="grid" x1="0" x2=${bins.length * bar} y1=${floor} y2=${floor} />
      ${bins.map(({ count }, i) => {
        const height = (count / most) * (floor - EDGE.top);
        return svg`<rect x=${i * bar + 1} y=${floor - height} width=${bar - 2} height=${height} />`;
      })}
      ${edges.map((edge, i) =>
        i % every === 0
          ? svg`<text x=${i * bar} y=${HEIGHT - 6} text-anchor="middle">${figureText(edge, language)}</text>`
          : nothing,
      )}
      ${marks.map(
        ([name, ms], i) =>
          svg`<line class="mark" x1=${across(ms)} x2=${across(ms)} y1=${4 + 16 * i} y2=${floor} />
          <text class="mark-text" x=${across(ms) + 4} y=${14 + 16 * i}>${name}</text>`,
      )}
    </svg>`;
  }
}
