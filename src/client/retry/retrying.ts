/** An interceptor that sends a call again while its failure may pass by itself. */

import type { PredictRequest } from "../../wire/index.ts";
import { errorKinds } from "../errors/error-kinds.ts";
import { type InstanceError, isError } from "../errors/errors.ts";
import type { InferResult, Outcome } from "../serving/outcome.ts";
import type { Interceptor } from "../transport/call.ts";
import type { RetryBudget } from "./budget.ts";
import { pause, pauseMs, type RetryPolicy } from "./policy.ts";

/**
 * What of a call found nobody is sent again, after a pause. A worker that dies takes only the instances with it that
 * it had not answered: the others' outcomes are kept, and those alone are sent again.
 */
export function retrying(policy: RetryPolicy, budget: RetryBudget): Interceptor<PredictRequest, InferResult> {
  return (next) => async (call) => {
    const { instances } = call.message;
    const outcomes: Outcome[] = [];
    let open = instances.map((_, i) => i);
    let firstFailed: number | undefined;
    for (let tries = 1; ; tries++) {
      const message = { ...call.message, instances: open.map((i) => instances[i]!) };
      const reply = await next({ ...call, message });
      const result = reply.message;
      const settled = isError(result) && open.length === instances.length ? result : outcomes;
      for (const [k, i] of open.entries()) outcomes[i] = isError(result) ? result : result[k]!;
      open = open.filter((i) => passesSoon(outcomes[i]!));
      if (open.length === 0) {
        budget.answered();
        return { ...reply, message: settled };
      }
      const now = performance.now();
      firstFailed ??= now;
      const waitMs = pauseMs(policy, tries, now - firstFailed, reply.headers["retry-after"]);
      const mayWait = waitMs !== undefined && !(call.deadline && waitMs >= call.deadline.remainingMs());
      if (!mayWait || !budget.mayRetry((outcomes[open[0]!] as InstanceError).kind, now)) {
        return { ...reply, message: settled };
      }
      await pause(waitMs, call.signal);
    }
  };
}

function passesSoon(outcome: Outcome): boolean {
  return isError(outcome) && errorKinds[outcome.kind].passes === "soon";
}
