import { UsageError } from "../../src/cli/options/option-values.ts";

/** An option's names, with commas between them, in the order of all. @throws UsageError for one that is none of them */
export function someOf<T extends string>(option: string, text: string, all: readonly T[]): T[] {
  const given = text.split(",");
  const unknown = given.find((name) => !(all as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UsageError(`${option} ${unknown}: give some of ${all.join(",")}.`);
  return all.filter((name) => given.includes(name));
}
