/** The functions that are stages. Serving knows them by their names alone, and of two with one name runs the last. */

import type { Value } from "./values.ts";

type FunctionValue = Value & { kind: "function" };

export class Stages {
  readonly #functions = new Map<string, FunctionValue[]>();
  /** All of them have to be added before any is looked at. */
  isCollecting = true;

  /** Whether no other function has its name. */
  isOnly(stage: FunctionValue): boolean {
    const known = this.#functions.get(stage.name) ?? [];
    this.#functions.set(stage.name, known);
    if (this.isCollecting && !known.some((one) => isSame(one, stage))) known.push(stage);
    return known.length < 2;
  }

  /** The last one of those whose name others have too. */
  get shared(): FunctionValue[] {
    return [...this.#functions.values()].flatMap((all) => (all.length > 1 ? all.slice(-1) : []));
  }
}

/** What is defined in a function anew with each call is not the same. */
function isSame(a: FunctionValue, b: FunctionValue): boolean {
  return a === b || (a.body === b.body && a.scope === b.scope);
}
