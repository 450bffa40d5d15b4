/** A decoded reply to what `infer` gives, by the rules of the Python client (docs/protocol.md §§2.1, 3). */

import { decodeOutputs, type Outputs, type PredictReply } from "../../wire/index.ts";
import {
  type CallError,
  type InstanceError,
  instanceError,
  protocolError,
  requestError,
} from "../errors/errors.ts";
import { isBefore1_3, type Release } from "./release.ts";

/** One instance's result: its outputs by name, or its error. */
export type Outcome<Out = Outputs> = Out | InstanceError;

/** One outcome for each instance, in order; or what failed the whole call. */
export type InferResult<Out = Outputs> = Outcome<Out>[] | CallError;

/**
 * @param sent number of instances in the request; left out, the reply's own count stands (recorded replies)
 */
export function toResult(reply: PredictReply, release: Release | "auto", sent?: number): InferResult {
  const { instances, errors } = reply;
  const [first] = errors;
  // Releases before 1.3: one entry is always the whole request's. Later: unless its code is 0.
  if (errors.length === 1 && (isBefore1_3(release) || first!.code !== 0)) {
    return requestError(first!);
  }
  if (errors.length > 1 && errors.length !== instances.length) {
    return protocolError(
      `the reply has ${errors.length} errors for ${instances.length} instances, expected none, one, or one each`,
    );
  }
  if (sent !== undefined && instances.length !== sent) {
    return protocolError(`the reply has ${instances.length} instances, but ${sent} were sent`);
  }
  try {
    return instances.map((instance, i) => {
      const error = errors.length > 1 ? errors[i]! : undefined;
      if (!error || error.code === 0) return decodeOutputs(instance);
      return instanceError(error);
    });
  } catch (error) {
    return protocolError(error instanceof Error ? error.message : String(error));
  }
}
