/** Two runs side by side as a person reads them: what changed first. */

import { type ChangedLabel, type Comparison, className } from "../../evaluation/index.ts";
import { count, cut, type Facts, failures, MOST, notes, number, percent, totals } from "./summary.ts";

/** What is below it is told by --json. */
const SMALLEST_P = 0.0001;

interface Compared {
  first: Facts;
  second: Facts;
  comparison: Comparison;
}

/** @param titles of the two */
export function comparisonSummary(compared: Compared, titles: readonly [string, string]): string {
  const { first, second } = compared;
  const sections = [
    [`1  ${titles[0]}`, ...indented(totals(first)), ...indented(notes(first))],
    [`2  ${titles[1]}`, ...indented(totals(second)), ...indented(notes(second))],
    agreement(compared),
    changedLabels(compared),
    changedPhotos(compared),
    ofOne(1, failures(first)),
    ofOne(2, failures(second)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function agreement({ comparison }: Compared): string[] {
  const { agreed, photos, agreement, oneAnswered, labelled, onlyFirst, onlySecond, test } = comparison;
  const lines = [
    `they agree on ${number(agreed)} of ${count(photos, "photo")} that both have answered: ${percent(agreement)}`,
  ];
  if (oneAnswered > 0) lines.push(`${count(oneAnswered, "photo")} that only one has answered`);
  if (labelled === 0) return lines;
  const statistic = test.statistic === undefined ? "" : `chi-squared = ${figure(test.statistic)}, `;
  const meaning =
    test.p < 0.05
      ? "a difference this large is unlikely by chance alone"
      : "a difference this small may well be chance";
  return [
    ...lines,
    `only the first is right: ${number(onlyFirst)}; only the second: ${number(onlySecond)}`,
    `${test.name}: ${statistic}p ${test.p < SMALLEST_P ? `< ${SMALLEST_P}` : `= ${figure(test.p)}`}: ${meaning}`,
  ];
}

function changedLabels({ comparison: { changedLabels } }: Compared): string[] {
  if (changedLabels.length === 0) return [];
  const more = changedLabels.length - MOST;
  return [
    "changed labels",
    ...changedLabels.slice(0, MOST).map((one) => `${number(one.photos).padStart(6)}  ${fromTo(one)}`),
    ...(more > 0 ? [`and ${number(more)} more; --json has all`] : []),
  ];
}

function changedPhotos({ first, second, comparison: { changed } }: Compared): string[] {
  if (changed.length === 0) return [];
  const who = {
    first: "the first is right",
    second: "the second is right",
    both: "both are right",
    neither: "neither is right",
  };
  const more = changed.length - MOST;
  return [
    "changed photos",
    ...changed.slice(0, MOST).map(({ first: i, second: j, right }) => {
      const { run, mapping } = first;
      const labels = {
        first: run.labels.texts[run.labelOf(i)],
        second: second.run.labels.texts[second.run.labelOf(j)],
      };
      const truth =
        right === "unknown" ? "" : ` (${cut(className(run, mapping, run.truthOf(i)))}: ${who[right]})`;
      return `${run.paths[i]}: ${fromTo(labels)}${truth}`;
    }),
    ...(more > 0 ? [`and ${number(more)} more; --json and --save have all`] : []),
  ];
}

function fromTo({ first, second }: Pick<ChangedLabel, "first" | "second">): string {
  return `${cut(first ?? "no label")} → ${cut(second ?? "no label")}`;
}

function ofOne(n: number, [title, ...lines]: readonly string[]): string[] {
  return title === undefined ? [] : [`${title} in ${n}`, ...lines];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `   ${line}`);
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}
