/** Replies and failed calls to what `infer` gives: from here on a failure on the far side is a value. */

import type { PredictReply, PredictRequest } from "../../wire/index.ts";
import { type CallError, callError } from "../errors/errors.ts";
import { endOf } from "../transport/abort.ts";
import type { Call, Reply, Send } from "../transport/call.ts";
import { CallFailure } from "../transport/call-failure.ts";
import { isOver } from "../transport/deadline.ts";
import { kindOfFailure } from "../transport/failure-kind.ts";
import { isRpcError } from "../transport/grpc-web.ts";
import { withKnown } from "./known-servables.ts";
import { type InferResult, toResult } from "./outcome.ts";
import type { Release } from "./release.ts";

interface AnswerOptions {
  /** The proxy's. */
  address: string;
  release: Release | "auto";
}

/** Makes calls whose replies are results. Rejects only for an abort, and for errors that aren't a failed call's. */
export function answers({ address, release }: AnswerOptions, send: Send): Send<PredictRequest, InferResult> {
  const ask = failuresAsValues(send);
  return async (call) => {
    const reply = await ask(call);
    const { message } = reply;
    if (!("instances" in message)) return { ...reply, message };
    const result = toResult(message, release, call.message.instances.length);
    return { ...reply, message: withKnown(address, call.message.spec, result) };
  };
}

/** Makes calls whose failures are values too; an abort, and any error that isn't a failed call's, is thrown on. */
export function failuresAsValues(send: Send): (call: Call) => Promise<Reply<PredictReply | CallError>> {
  return async (call) => {
    try {
      return await send(call);
    } catch (error) {
      return failed(call, error);
    }
  };
}

function failed(call: Call, thrown: unknown): Reply<CallError> {
  const error = call.signal.aborted && isCutShort(call.signal, thrown) ? endOf(call) : thrown;
  if (!isRpcError(error)) throw error;
  const message = callError(kindOfFailure(error), error.code, error.message, error);
  return { message, headers: error.metadata ?? {}, trailers: {} };
}

/** Whether something was thrown because the signal has aborted: whatever the caller ended, and waits for a deadline. */
function isCutShort(signal: AbortSignal, thrown: unknown): boolean {
  if (!isOver(signal) || thrown instanceof DOMException) return true;
  return isRpcError(thrown) && !(thrown instanceof CallFailure);
}
