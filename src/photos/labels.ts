/** What a classifier's method answered: labels, and scores where it gave some. */

import type { Outputs, OutputValue, Tensor } from "../client/index.ts";

/** One label that the model holds for possible. */
export interface Label {
  /** The first of its synonyms, as "giant panda". */
  name: string;
  /** All of them, as the server gave them: "giant panda, panda, panda bear, coon bear". */
  label: string;
  /** The server's own figure; absent where it gave none. */
  score?: number;
  /**
   * The score as a share of one, where it can be a probability: all scores of the answer lie in 0 to 1, and they add up
   * to no more than 1. A servable without softmax gives scores that aren't.
   */
  share?: number;
}

/**
 * Several labels come as one text, joined by `;` since ImageNet's own labels have commas, or as several texts, or as
 * whole numbers, which are classes without a name; scores as a tensor.
 *
 * @returns in the server's order; empty when no output named `label` holds such
 */
export function labelsOf(outputs: Outputs): Label[] {
  const labels = textsOf(outputs.label);
  const scores = scoresOf(outputs.score);
  const areShares = canBeShares(scores);
  return labels.map((label, i) => {
    const score = scores[i];
    const told: Label = { name: firstName(label), label };
    if (score !== undefined) told.score = score;
    if (score !== undefined && areShares) told.share = score;
    return told;
  });
}

/**
 * Probabilities add up to this at most. Rounding to float16, the coarsest that a server sends, adds at most 2^-11 of
 * each, so 0.0005 of them all, and 2^-25 for each of the smallest: 0.0001 for three thousand; softmax and sum in
 * float16 lose as much again. Scores of a sigmoid, which are no shares, may be below by chance, and are then shown so.
 */
const ALL_OF_THEM = 1.001;

function canBeShares(scores: readonly number[]): boolean {
  const sum = scores.reduce((total, score) => total + score, 0);
  return sum <= ALL_OF_THEM && scores.every((score) => score >= 0 && score <= 1);
}

/** "tabby" of "tabby, tabby cat". */
export function firstName(label: string): string {
  return label.split(",")[0]!.trim() || label;
}

function textsOf(value: OutputValue | undefined): string[] {
  if (typeof value === "object" && "dtype" in value) return classesOf(value);
  const texts = Array.isArray(value) ? value : [value];
  if (typeof value === "number" || typeof value === "bigint") return [String(value)];
  if (!texts.every((text) => typeof text === "string")) return [];
  const labels = texts.flatMap((text) => text.split(";")).map((label) => label.trim());
  return labels.filter((label) => label !== "");
}

/** A list of whole numbers; a map of classes, as of a segmentation, is none. */
function classesOf({ dtype, data, shape, size }: Tensor): string[] {
  const isList = shape.every((dim) => dim === 1 || dim === size);
  return isList && /^u?int/.test(dtype) ? Array.from(data as Iterable<number | bigint>, String) : [];
}

function scoresOf(value: OutputValue | undefined): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || !("data" in value)) return [];
  return Array.from(value.data as Iterable<number | bigint>, Number);
}
