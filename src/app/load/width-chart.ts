/** `<app-width-chart>`: a figure of each step against the calls at a time, a line for each batch size. */

import { css, html, nothing, svg } from "lit";
import type { StepResult } from "../../load/index.ts";
import { AppElement } from "../look/app-element.ts";
import { chartStyles } from "./chart.css.ts";
import { figureText } from "./figures-text.ts";
import { apart, roundUp } from "./scale.ts";

const [WIDTH, HEIGHT] = [440, 200];
/** Room for the axes' texts; at the right for those that say which line is which. */
const EDGE = { top: 10, right: 40, bottom: 24, left: 44 };

/** Of a line's name, at its end. */
const NAME_HEIGHT = 15;

/** Lines are told apart by their dashes, too. */
const DASHES = ["", "7 4", "2 3", "9 3 2 3"];

export class WidthChart extends AppElement {
  static override properties = {
    results: { attribute: false },
    figure: { attribute: false },
    heading: { attribute: false },
  };

  static override styles = [
    AppElement.styles,
    chartStyles,
    css`
      polyline {
        fill: none;
        stroke: var(--_accent);
        stroke-width: 2;
      }
      circle {
        fill: var(--_accent);
      }
      .which {
        fill: var(--_ink);
      }
    `,
  ];

  declare results: readonly StepResult[];
  declare figure: "perSecond" | "p95";
  declare heading: string;

  protected override render() {
    const { results, words, language, figure } = this;
    const known = results.filter((step) => !Number.isNaN(step[figure]) && step.calls > 0);
    if (known.length === 0) return nothing;
    const most = roundUp(Math.max(...known.map((step) => step[figure])));
    const widths = [...new Set(known.map(({ concurrency }) => concurrency))].sort((a, b) => a - b);
    const inner = WIDTH - EDGE.left - EDGE.right;
    const across = (width: number) =>
      EDGE.left + (widths.length === 1 ? inner / 2 : (widths.indexOf(width) / (widths.length - 1)) * inner);
    const up = (value: number) => HEIGHT - EDGE.bottom - (value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
    const lines = [...new Set(known.map(({ batch }) => batch))].map((batch) => {
      const steps = known.filter((step) => step.batch === batch);
      steps.sort((a, b) => a.concurrency - b.concurrency);
      return { batch, points: steps.map((step) => [across(step.concurrency), up(step[figure])] as const) };
    });
    const ends = lines.map(({ points }) => points.at(-1)![1]);
    const names = apart(ends, NAME_HEIGHT, HEIGHT - EDGE.bottom);
    const told = known.map((step) =>
      words.loadPoint(step.concurrency, step.batch, figureText(step[figure], language)),
    );
    return html`<figure>
      <figcaption>${this.heading}</figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${this.heading}: ${told.join("; ")}">
        ${[0, most / 2, most].map(
          (
            value,
          ) => svg`<line class="grid" x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${up(value)} y2=${up(value)} />
            <text x=${EDGE.left - 6} y=${up(value) + 4} text-anchor="end">${figureText(value, language)}</text>`,
        )}
        ${widths.map((width) => svg`<text x=${across(width)} y=${HEIGHT - 6} text-anchor="middle">${width}</text>`)}
        ${lines.map(
          (
            { batch, points },
            i,
          ) => svg`<polyline points=${points.map((point) => point.join()).join(" ")} stroke-dasharray=${DASHES[i % DASHES.length]!} />
            ${points.map(([cx, cy]) => svg`<circle cx=${cx} cy=${cy} r="3" />`)}
            ${lines.length > 1 ? svg`<text class="which" x=${points.at(-1)![0] + 7} y=${names[i]! + 4}>× ${batch}</text>` : nothing}`,
        )}
      </svg>
    </figure>`;
  }
}
