/** What the parameters of a function stand for. */

import { annotatedKind } from "./annotations.ts";
import { type Given, type State, UNKNOWN, type Value } from "./values.ts";

export function bindParameters(
  { parameters }: Value & { kind: "function" },
  { args, keywords }: Given,
  { scope, claims }: State,
): void {
  parameters.forEach(({ name, kind, annotation }, i) => {
    const given = kind === "plain" ? (args[i] ?? keywords?.get(name)) : keywords?.get(name);
    const value = kind === "rest" ? ({ kind: "list", items: args.slice(i) } as const) : given;
    scope.set(name, value ?? UNKNOWN);
    const type = annotatedKind(annotation);
    if (type && value?.kind === "input" && value.form === "itself")
      claims.add(`${value.index}:says=${JSON.stringify(type)}`);
  });
}
