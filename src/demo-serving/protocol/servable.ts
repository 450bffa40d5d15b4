/** What a worker serves: servables, their running versions and their methods. */

import type { InstanceMessage } from "../../wire/index.ts";

/** Where in a method a function stands: releases before 1.5 know no more than whether a model comes after it. */
export type Phase = "Preprocess" | "Postprocess";

/**
 * Why one instance failed. The texts of function failures differ between releases: failure.ts has them.
 *
 * - `function`: a Python function of the servable raised; `stage` counts the method's steps from 1, `tag` is what the
 *   servable itself calls the step, if it does.
 * - `input`: an input does not fit the model.
 * - `memory`: an input lies in shared memory that can't be had.
 * - `run`: the model run itself ended with an exception.
 * - `death`: the servable's last worker died under it.
 */
export type Failure =
  | { failed: "function"; function: string; tag?: Phase; phase: Phase; stage: number; text: string }
  | { failed: "input"; text: string }
  | { failed: "memory"; text: string }
  | { failed: "run"; text: string }
  | { failed: "death" };

/** Outputs of one instance by name, or why there are none. */
export type Outcome = InstanceMessage | Failure;

export interface Method {
  /** Names in the order of the method's signature; a request is checked in this order. */
  readonly inputs: readonly string[];
  /**
   * Runs all instances of one request. Each has every input of the signature, with tensors that agree with their
   * own dtype and shape, and may have more inputs, which are ignored.
   * @returns one outcome per instance, in order
   */
  run(instances: readonly InstanceMessage[]): Outcome[] | Promise<Outcome[]>;
}

export interface Servable {
  readonly name: string;
  /** Running versions, each 1 or more. */
  readonly versions: readonly bigint[];
  readonly methods: ReadonlyMap<string, Method>;
  /** Whether a worker of it is alive; left out, one always is. */
  readonly isAlive?: () => boolean;
}

/**
 * The servable of this name that runs this version. Version 0 asks for the highest running one, so that it finds
 * any; the versions of one servable here behave alike, which is why the number itself is not given.
 */
export function findServable(
  servables: readonly Servable[],
  name: string,
  version: bigint,
): Servable | undefined {
  return servables.find(
    (servable) => servable.name === name && (version === 0n || servable.versions.includes(version)),
  );
}
