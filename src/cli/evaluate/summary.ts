/** The results of a run as a person reads them. */

import type { Figures, Mapping, Run } from "../../evaluation/index.ts";
import { className, worstMistakes } from "../../evaluation/index.ts";

/** Lines of each list: the worst ones; `--json` has all. */
export const MOST = 10;

export interface Facts {
  run: Run;
  mapping: Mapping;
  figures: Figures;
  /** Files below the folder that are no photos. */
  others: number;
  /** Photos that the table names and the folder has not. */
  missing: readonly string[];
  /** Photos that were not sent, since it was ended early. */
  unsent: number;
}

export function summaryOf(facts: Facts): string {
  const sections = [
    totals(facts),
    notes(facts),
    classes(facts),
    confusion(facts),
    mistakes(facts),
    failures(facts),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

export function totals({ figures, run }: Facts): string[] {
  const { top1, top5, right1, right5, labelled } = figures;
  if (labelled === 0) return ["no photo has a label of yours: it is not known how often the method is right"];
  const of = `of ${count(labelled, "labelled photo")}`;
  const few = `the method gives ${count(run.mostLabels, "label")}, not five`;
  return [
    `top-1  ${percent(top1)}  ${number(right1)} ${of}`,
    top5 === undefined ? `top-5        –  ${few}` : `top-5  ${percent(top5)}  ${number(right5)} ${of}`,
  ];
}

export function notes({ figures, run, mapping, others, missing, unsent }: Facts): string[] {
  const { failed, unmapped, unlabelled } = figures;
  const names = mapping.unmapped.map(({ name, why, labels }) =>
    why === "ambiguous" ? `${name} (${labels.join(" or ")}?)` : name,
  );
  const wrong = "counted as wrong";
  const told = (some: boolean, text: string) => (some ? [text] : []);
  return [
    ...told(failed > 0, `${count(failed, "photo")} failed, ${wrong}: ${kindsOf(run)}`),
    ...told(
      unmapped > 0,
      `${count(unmapped, "photo")} of names that no answer had as a label, ${wrong}: ${some(names)}. If the model has them by other names, say so by --map.`,
    ),
    ...told(
      unlabelled > 0 && figures.labelled > 0,
      `${count(unlabelled, "photo")} without a label of yours, in no figure: ${some(unlabelledOf(run))}`,
    ),
    ...told(
      missing.length > 0,
      `${count(missing.length, "photo")} of --csv not found below the folder: ${some(missing)}`,
    ),
    ...told(others > 0, `${count(others, "other file")} below the folder, not sent`),
    ...told(unsent > 0, `${count(unsent, "photo")} not sent, in no figure`),
  ];
}

function classes({ figures }: Facts): string[] {
  const shown = figures.classes.filter(({ photos }) => photos > 0);
  if (shown.length === 0) return [];
  const worst = [...shown].sort((a, b) => a.recall! - b.recall! || b.photos - a.photos).slice(0, MOST);
  const title =
    shown.length > MOST ? `${MOST} of ${number(shown.length)} classes, lowest recall first` : "class";
  const width = Math.max(title.length, ...worst.map(({ name }) => cut(name).length));
  return [
    `${title.padEnd(width)}  photos   recall  precision`,
    ...worst.map(
      ({ name, photos, recall, precision }) =>
        `${cut(name).padEnd(width)}  ${number(photos).padStart(6)}  ${percent(recall, 1).padStart(7)}  ${percent(precision, 1).padStart(9)}`,
    ),
  ];
}

function confusion({ figures: { classes, confusion } }: Facts): string[] {
  const mixed = confusion
    .filter(({ truth, predicted }) => truth !== predicted && predicted >= 0)
    .slice(0, MOST);
  if (mixed.length === 0) return [];
  return [
    "most confused",
    ...mixed.map(
      ({ truth, predicted, photos }) =>
        `${number(photos).padStart(6)}  ${cut(classes[truth]!.name)} taken for ${cut(classes[predicted]!.name)}`,
    ),
  ];
}

function mistakes({ run, mapping }: Facts): string[] {
  const worst = worstMistakes(run, mapping, MOST);
  if (worst.length === 0) return [];
  return [
    "worst mistakes",
    ...worst.map((i) => {
      const score = Number.isNaN(run.scoreOf(i)) ? "     –" : run.scoreOf(i).toFixed(3).padStart(6);
      const label = cut(run.labels.texts[run.labelOf(i)]!);
      return `${score}  ${run.paths[i]}: ${cut(className(run, mapping, run.truthOf(i)))} taken for ${label}`;
    }),
  ];
}

export function failures({ run }: Facts): string[] {
  const failed = run.paths.flatMap((path, i) => {
    const failure = run.failureOf(i);
    return failure ? [`${path}: ${failure.kind}: ${failure.text.replace(/\s+/g, " ")}`] : [];
  });
  if (failed.length === 0) return [];
  const more =
    failed.length > MOST ? [`and ${number(failed.length - MOST)} more; --json and --save have all`] : [];
  return ["failed", ...failed.slice(0, MOST), ...more];
}

/** `3 model-failed, 1 file` */
function kindsOf(run: Run): string {
  const counts = new Map<string, number>();
  for (let i = 0; i < run.size; i++) {
    const kind = run.failureOf(i)?.kind;
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, times]) => `${number(times)} ${kind}`)
    .join(", ");
}

function unlabelledOf(run: Run): string[] {
  return run.paths.filter((_, i) => run.truthOf(i) < 0 && (run.isAnswered(i) || run.failureOf(i)));
}

function some(names: readonly string[]): string {
  const rest = names.length - MOST;
  return rest > 0 ? `${names.slice(0, MOST).join(", ")} and ${number(rest)} more` : names.join(", ");
}

export function cut(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}

export function number(value: number): string {
  return value.toLocaleString("en-US");
}

export function count(value: number, thing: string): string {
  return `${number(value)} ${thing}${value === 1 ? "" : "s"}`;
}

/** `3.8 per second`, `900 per second` */
export function rateText(photos: number, seconds: number): string {
  return `${number(Number((photos / Math.max(seconds, 0.001)).toPrecision(2)))} per second`;
}

export function percent(share: number | undefined, digits = 2): string {
  return share === undefined ? "–" : `${(share * 100).toFixed(digits)} %`;
}
