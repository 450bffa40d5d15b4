/** The calls of a sweep, by a client. */

import { type CallError, type Client, type Instance, type InstanceError, isError } from "../client/index.ts";
import type { Made } from "./sweep.ts";

/** Kinds that say: call no more. */
const HOPELESS = ["not-grpc-web", "unauthorized", "refused"];

/**
 * @param tell is given the first error of each kind
 * @returns makes one call of so many copies of the instance; it rejects for an instance that can't be sent
 */
export function caller(
  client: Client,
  instance: Instance,
  tell: (error: CallError | InstanceError) => void,
): (batch: number, signal: AbortSignal) => Promise<Made> {
  const told = new Set<string>();
  return async (batch, signal) => {
    const errors = new Map<string, number>();
    const count = (error: CallError | InstanceError, instances: number) => {
      errors.set(error.kind, (errors.get(error.kind) ?? 0) + instances);
      if (!told.has(error.kind)) tell(error);
      told.add(error.kind);
    };
    const result = await client.infer(Array(batch).fill(instance), { signal }).catch((error) => {
      if (signal.aborted) return [];
      throw error;
    });
    if (isError(result)) {
      count(result, batch);
      return { answered: 0, errors, isHopeless: HOPELESS.includes(result.kind) };
    }
    for (const outcome of result) if (isError(outcome)) count(outcome, 1);
    return { answered: result.filter((outcome) => !isError(outcome)).length, errors };
  };
}
