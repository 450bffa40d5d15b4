/** An interceptor that asks functions for a call's metadata, and asks them again where it was refused. */

import { Status } from "../../wire/index.ts";
import { endOf } from "../transport/abort.ts";
import type { Call, Interceptor } from "../transport/call.ts";
import { CallFailure } from "../transport/call-failure.ts";
import { isOver } from "../transport/deadline.ts";
import { kindOfFailure } from "../transport/failure-kind.ts";
import { isRpcError } from "../transport/grpc-web.ts";
import type { MetadataSource } from "./metadata.ts";
import { answersOf, type MetadataAnswer } from "./metadata-answers.ts";

/**
 * @param sources of headers, later ones going before earlier ones
 * @param refresh whether a call that was refused is made once more, with new headers
 */
export function withMetadata(sources: readonly MetadataSource[], refresh: boolean): Interceptor {
  const functions = sources.filter((source) => typeof source === "function").map(answersOf);
  return (next) => async (call) => {
    const made = async (answers: readonly MetadataAnswer[]) => {
      const told = (refused: boolean) => {
        for (const [i, one] of functions.entries()) one.ended(answers[i]!, refused);
      };
      const rest = [...answers];
      const given = sources.map((source) => (typeof source === "function" ? rest.shift()!.headers : source));
      try {
        const reply = await next({ ...call, headers: Object.assign({}, call.headers, ...given) });
        told(false);
        return reply;
      } catch (error) {
        if (isRefused(error)) told(true);
        throw error;
      }
    };
    const first = await answered(call, () => functions.map((one) => one.ask()));
    try {
      return await made(first);
    } catch (error) {
      if (!refresh || !isRefused(error) || call.signal.aborted) throw error;
      return made(await answered(call, () => functions.map((one, i) => one.renew(first[i]!))));
    }
  };
}

function isRefused(error: unknown): boolean {
  return isRpcError(error) && kindOfFailure(error) === "unauthorized";
}

/** Waits no longer than the call may: others may be waiting for the same answer. */
async function answered(call: Call, ask: () => Promise<MetadataAnswer>[]): Promise<MetadataAnswer[]> {
  const { signal, deadline } = call;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, fail) => {
    onAbort = () => fail(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([Promise.all(ask()), aborted]);
  } catch (error) {
    if (isOver(signal)) {
      const text = `metadata: its function gave nothing within ${deadline?.timeoutMs} ms`;
      throw new CallFailure("timeout", Status.DEADLINE_EXCEEDED, text);
    }
    if (signal.aborted) throw endOf(call);
    const failure = new CallFailure("unauthorized", Status.UNAUTHENTICATED, (error as Error).message);
    failure.cause = error;
    throw failure;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
