/** Values of options, and which belong together. */

import { UsageError } from "../options/option-values.ts";

export type Values = Record<string, string | string[] | boolean | undefined>;

export function text(values: Values, name: string): string | undefined {
  return values[name] as string | undefined;
}

export function texts(values: Values, name: string): string[] | undefined {
  return values[name] as string[] | undefined;
}

/** Both or none. @throws UsageError */
export function pair(values: Values, nameA: string, nameB: string): [string, string] | undefined {
  const a = text(values, nameA);
  const b = text(values, nameB);
  if (a === undefined && b === undefined) return undefined;
  if (a !== undefined && b !== undefined) return [a, b];
  throw new UsageError(`--${nameA} and --${nameB} must be given together`);
}

/** Of options that say nothing without another. @throws UsageError */
export function refuseWithout(values: Values, needed: string, names: readonly string[]): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given !== undefined) throw new UsageError(`--${given} says nothing without ${needed}: give it too`);
}
