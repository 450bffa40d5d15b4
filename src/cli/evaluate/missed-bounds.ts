/** Which bounds of the command line were missed, a sentence each. */

import type { Comparison } from "../../evaluation/index.ts";
import type { Bounds } from "./evaluate-options.ts";
import { count, type Facts, percent } from "./summary.ts";

/** @param runs one, or two that are compared */
export function missedBounds(
  bounds: Bounds,
  runs: readonly Facts[],
  comparison: Comparison | undefined,
): string[] {
  const [first, second] = runs;
  const told = runs.flatMap((facts, i) => {
    const whose = second ? ` of the ${i === 0 ? "first" : "second"}` : "";
    return [...below("top1", whose, facts, bounds), ...below("top5", whose, facts, bounds)];
  });
  if (second && comparison) told.push(...drop(first!, second, bounds), ...disagreement(comparison, bounds));
  return told;
}

function below(name: "top1" | "top5", whose: string, { figures, run }: Facts, bounds: Bounds): string[] {
  const wanted = bounds[`min-${name}`];
  const share = figures[name];
  const title = name.replace("p", "p-");
  if (wanted === undefined || (share !== undefined && share >= wanted)) return [];
  if (share !== undefined)
    return [
      `${title}${whose} is ${percent(share)}, below the ${percent(wanted)} that --min-${name} asks for.`,
    ];
  const why =
    figures.labelled === 0 ? "no photo has a label" : `answers have ${count(run.mostLabels, "label")}`;
  return [`${title}${whose} is not known, as ${why}: leave out --min-${name}, or give what it needs.`];
}

/** Rounding may not make a drop of just as much one of more. */
const EPSILON = 1e-9;

function drop({ figures: first }: Facts, { figures: second }: Facts, bounds: Bounds): string[] {
  const most = bounds["max-drop"];
  if (most === undefined) return [];
  if (first.top1 === undefined || second.top1 === undefined)
    return ["a drop is not known, as no photo has a label: leave out --max-drop, or give labels."];
  const lost = first.top1 - second.top1;
  if (lost <= most + EPSILON) return [];
  const [from, to] = [percent(first.top1), percent(second.top1)];
  return [`top-1 drops from ${from} to ${to}, by more than the ${percent(most)} that --max-drop allows.`];
}

/** A photo that only one of them has answered is none that they agree on: no figure gets better by what fails. */
function disagreement({ agreed, photos, oneAnswered }: Comparison, bounds: Bounds): string[] {
  const least = bounds["min-agreement"];
  if (least === undefined) return [];
  const all = photos + oneAnswered;
  if (all === 0) return ["agreement is not known, as no answer has a label: leave out --min-agreement."];
  if (agreed / all >= least) return [];
  return [
    `they agree on ${percent(agreed / all)} of ${count(all, "photo")}, below the ${percent(least)} that --min-agreement asks for.`,
  ];
}
