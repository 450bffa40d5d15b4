/** What `classify_top5` answered, as a page shows it. */

import type { Outputs, OutputValue } from "../../client/index.ts";

/** One label that the model holds for possible. */
export interface Guess {
  /** The first of the synonyms, as "giant panda". */
  name: string;
  /** All of them, as the server gave them: "giant panda, panda, panda bear, coon bear". */
  label: string;
  /** The server's own figure; `undefined` where it gave none. */
  score: number | undefined;
}

const MOST = 5;

/**
 * Labels come as one text, joined by `;` since ImageNet's own labels have commas; scores as a tensor.
 *
 * @returns at most five, in the server's order; `undefined` when there is no text named `label`
 */
export function guessesOf(outputs: Outputs): Guess[] | undefined {
  const labels = labelsOf(outputs.label);
  if (!labels) return undefined;
  const scores = scoresOf(outputs.score);
  return labels.slice(0, MOST).map((label, i) => ({ name: firstName(label), label, score: scores[i] }));
}

/** "tabby" of "tabby, tabby cat". */
export function firstName(label: string): string {
  return label.split(",")[0]!.trim() || label;
}

function labelsOf(value: OutputValue | undefined): string[] | undefined {
  const texts = Array.isArray(value) ? value : [value];
  if (!texts.every((text) => typeof text === "string")) return undefined;
  const labels = texts.flatMap((text) => text.split(";")).map((label) => label.trim());
  const told = labels.filter((label) => label !== "");
  return told.length > 0 ? told : undefined;
}

function scoresOf(value: OutputValue | undefined): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || !("data" in value)) return [];
  return Array.from(value.data as Iterable<number | bigint>, Number);
}
