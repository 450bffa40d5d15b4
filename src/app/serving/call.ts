/** A call to Serving as the pages make it: the library comes when first needed, every failure is a value. */

import type { InferResult, Instance, OnProgress, Outputs } from "../../client/index.ts";
import { codeMissing, type Failure, failureOf, thrownFailure } from "../../failures/index.ts";
import { type ClientLibrary, loadClient } from "../../library/index.ts";
import { clientFor } from "./client-for.ts";
import { noteCall } from "./connection.ts";

/** One instance's result. */
export type InstanceAnswer = { outputs: Outputs } | { failure: Failure };

/** A call's result: one answer for each instance, in order, or what failed the whole call. */
export type Answer = { answers: InstanceAnswer[] } | { failure: Failure };

interface Call {
  servable: string;
  method: string;
  /** Decimal digits; 0, which is meant without it, is the highest running one. */
  version?: string;
  instances: Instance[];
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/** Makes one call as the settings have it. @throws DOMException `AbortError` when `signal` ended it */
export async function call({
  servable,
  method,
  version = "0",
  instances,
  signal,
  onProgress,
}: Call): Promise<Answer> {
  let library: ClientLibrary;
  try {
    library = await loadClient();
  } catch {
    return { failure: codeMissing() };
  }
  const { isError } = library;
  let result: InferResult;
  try {
    const client = await clientFor({ servable, method, version });
    result = await client.infer(instances, {
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return { failure: thrownFailure(error) };
  }
  if (isError(result)) {
    noteCall(result.kind, result.grpcStatus === undefined);
    return { failure: failureOf(result, library) };
  }
  noteCall(undefined);
  return {
    answers: result.map((outcome) =>
      isError(outcome) ? { failure: failureOf(outcome, library) } : { outputs: outcome },
    ),
  };
}
