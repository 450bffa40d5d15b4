/** A servable_config.py as a text, read. */

import { readConfig } from "../../src/servable-config/index.ts";
import type { MethodSignature } from "../../src/signature/index.ts";

/** @param others of the servable's files, by the dotted path of their modules */
export function read(text: string, others: Readonly<Record<string, string>> = {}) {
  const { signature, notes } = readConfig({
    path: "servable_config.py",
    text,
    servable: "own",
    readModule: (path) =>
      others[path] === undefined ? undefined : { path: `${path.replace(/^\./, "")}.py`, text: others[path] },
  });
  return { signature, notes, methods: signature.methods as Record<string, MethodSignature> };
}

/** The names of a method's inputs and outputs: `x1, x2 -> y`. */
export function names(text: string, others?: Readonly<Record<string, string>>): Record<string, string> {
  const { methods } = read(text, others);
  return Object.fromEntries(
    Object.entries(methods).map(([name, { inputs, outputs }]) => {
      const of = (values: object | undefined) => (values ? Object.keys(values).join(", ") : "?");
      return [name, `${of(inputs)} -> ${of(outputs)}`];
    }),
  );
}
