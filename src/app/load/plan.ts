/** What a sweep is to make, as it is written: widths, batch sizes, and the limits of each step. */

import { MOST, type StepLimits, type StepSize } from "../../load/index.ts";

/** The fields, as texts. */
export interface PlanTexts {
  /** Whole numbers with commas between them. */
  concurrency: string;
  batch: string;
  seconds: string;
  calls: string;
}

export interface Plan {
  sizes: readonly StepSize[];
  limits: StepLimits;
}

export type PlanFault =
  | { fault: "list" | "number"; most: number }
  | { fault: "steps"; steps: number }
  | { fault: "seconds"; steps: number; seconds: number };

/** By field; a sweep that is too long as a whole is told at its seconds, one of too many steps at its widths. */
export type PlanFaults = Partial<Record<keyof PlanTexts, PlanFault>>;

/** Little enough for anybody's server. */
export const MODEST: PlanTexts = { concurrency: "1, 2, 4", batch: "1", seconds: "5", calls: "200" };

export function readPlan(texts: PlanTexts): { plan: Plan } | { faults: PlanFaults } {
  const widths = readList(texts.concurrency, MOST.concurrency);
  const batches = readList(texts.batch, MOST.batch);
  const seconds = readNumber(texts.seconds, MOST.seconds);
  const calls = readNumber(texts.calls, MOST.calls);
  const faults: PlanFaults = {
    ...(widths ? {} : { concurrency: { fault: "list", most: MOST.concurrency } }),
    ...(batches ? {} : { batch: { fault: "list", most: MOST.batch } }),
    ...(seconds ? {} : { seconds: { fault: "number", most: MOST.seconds } }),
    ...(calls ? {} : { calls: { fault: "number", most: MOST.calls } }),
  };
  if (!widths || !batches || !seconds || !calls) return { faults };
  const steps = widths.length * batches.length;
  if (steps > MOST.steps) return { faults: { concurrency: { fault: "steps", steps } } };
  if (steps * seconds > MOST.seconds) return { faults: { seconds: { fault: "seconds", steps, seconds } } };
  const sizes = batches.flatMap((batch) => widths.map((concurrency) => ({ concurrency, batch })));
  return { plan: { sizes, limits: { ms: seconds * 1000, calls } } };
}

/** Most calls of all steps, with the one before each that is not counted. */
export function mostCalls({ sizes, limits }: Plan): number {
  return sizes.length * (limits.calls + 1);
}

/** Most instances that are under way at a time. */
export function mostAtOnce({ sizes }: Plan): number {
  return Math.max(...sizes.map(({ concurrency, batch }) => concurrency * batch));
}

/** Each number once; `undefined` for what is no list of them. */
function readList(text: string, most: number): number[] | undefined {
  const written = text.trim().split(/\s*[,，、;；]\s*|\s+/);
  const numbers = written.map((one) => readNumber(one, most));
  return numbers.every((one) => one !== undefined) ? [...new Set(numbers)] : undefined;
}

function readNumber(text: string, most: number): number | undefined {
  const number = /^\d+$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}
