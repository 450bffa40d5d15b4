/** What a classifier's method answered: labels, and scores where it gave some. */

import type { Outputs, OutputValue } from "../../client/index.ts";

/** One label that the model holds for possible. */
export interface Label {
  /** The first of its synonyms, as "giant panda". */
  name: string;
  /** All of them, as the server gave them: "giant panda, panda, panda bear, coon bear". */
  label: string;
  /** The server's own figure; absent where it gave none. */
  score?: number;
}

/**
 * Several labels come as one text, joined by `;` since ImageNet's own labels have commas, or as several texts;
 * scores as a tensor.
 *
 * @returns in the server's order; `undefined` when there is no text named `label`
 */
export function labelsOf(outputs: Outputs): Label[] | undefined {
  const labels = textsOf(outputs.label);
  if (!labels) return undefined;
  const scores = scoresOf(outputs.score);
  return labels.map((label, i) => ({
    name: firstName(label),
    label,
    ...(scores[i] === undefined ? {} : { score: scores[i] }),
  }));
}

/** "tabby" of "tabby, tabby cat". */
export function firstName(label: string): string {
  return label.split(",")[0]!.trim() || label;
}

function textsOf(value: OutputValue | undefined): string[] | undefined {
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
