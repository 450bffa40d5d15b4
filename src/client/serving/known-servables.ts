/**
 * What this page has learned of servables from their answers; shared by all its clients. Serving tells a call whose
 * last worker died under it what it tells a call for a name that nobody has (code 2, `… , servable is not available`;
 * docs/protocol.md, section 4): only who has been there before tells the two apart.
 */

import type { ServableSpec } from "../../wire/index.ts";
import { isError } from "../errors/errors.ts";
import { hintOf } from "../errors/hint-of.ts";
import type { InferResult } from "./outcome.ts";

/** What the last call of a method showed of the servable's workers. */
export interface LastCall {
  /** Whether a worker answered it; false when Serving said that none is there. */
  answered: boolean;
  /** When the answer came: milliseconds, as `Date.now()` counts. */
  at: number;
}

/** By address, servable, version and method; without a last call where only the names are known to be right. */
const known = new Map<string, LastCall | undefined>();

const keyOf = (address: string, { name, version, method }: ServableSpec) =>
  JSON.stringify([address, name, String(version), method]);

/** Notes that Serving has this method; no worker has been heard of. */
export function noteKnown(address: string, spec: ServableSpec): void {
  const key = keyOf(address, spec);
  known.set(key, known.get(key));
}

export function lastCallOf(address: string, spec: ServableSpec): LastCall | undefined {
  return known.get(keyOf(address, spec));
}

/** For tests, whose servers change on one port. */
export function forgetServables(): void {
  known.clear();
}

/** Texts of Serving's master, which looks at the inputs before it looks for a worker. */
const OF_MASTER = /^(Cannot find input|Instances? (input|count)|Input instances)/;

/**
 * The result of a call with what the page knows: where a servable is gone that was there before, its worker has died.
 * Notes what the result shows.
 */
export function withKnown(address: string, spec: ServableSpec, result: InferResult): InferResult {
  const key = keyOf(address, spec);
  const note = (answered: boolean) => known.set(key, { answered, at: Date.now() });
  if (!isError(result)) {
    // Names are checked for the whole request: what is said of one instance alone is said of its worker.
    const outcomes = result.map((one) =>
      isError(one) && one.kind === "servable-not-available" ? { ...one, kind: "worker-down" as const } : one,
    );
    note(outcomes.some((one) => !isError(one) || one.kind !== "worker-down"));
    return outcomes;
  }
  // Only answers of Serving's own say something.
  if (result.grpcStatus !== undefined) return result;
  switch (result.kind) {
    case "servable-not-available":
      if (!known.has(key)) return result;
      note(false);
      return { ...result, kind: "worker-down", hint: hintOf({ ...result, kind: "worker-down" }) };
    case "worker-down":
      note(false);
      return result;
    case "method-not-available":
    case "queue-full":
      return result;
    default:
      if (OF_MASTER.test(result.error)) noteKnown(address, spec);
      else note(true);
      return result;
  }
}
