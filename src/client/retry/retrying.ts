/** One call until nothing of it may pass by itself any more: what of it found nobody is sent again, after a pause. */

import type { InstanceMessage } from "../../wire/message.ts";
import { type InstanceError, isError } from "../errors/errors.ts";
import type { InferResult, Outcome } from "../serving/outcome.ts";
import type { Deadline } from "../transport/deadline.ts";
import type { RetryBudget } from "./budget.ts";
import { mayPass, pause, pauseMs, type RetryPolicy } from "./policy.ts";

/** What one try of a call came to. */
export interface Tried {
  result: InferResult;
  /** The server's `Retry-After`. */
  retryAfter?: string | undefined;
}

/** When a call is tried again, and what ends that. */
export interface Patience {
  policy: RetryPolicy;
  budget: RetryBudget;
  deadline: Deadline | undefined;
  signal: AbortSignal | undefined;
}

/**
 * A worker that dies takes only the instances with it that it had not answered: the others' outcomes are kept, and
 * those alone are sent again.
 * @param send makes one try with these instances
 * @throws the signal's reason when it aborts in a pause; whatever `send` throws
 */
export async function settleCall(
  messages: readonly InstanceMessage[],
  { policy, budget, deadline, signal }: Patience,
  send: (messages: InstanceMessage[]) => Promise<Tried>,
): Promise<InferResult> {
  const outcomes: Outcome[] = [];
  let open = messages.map((_, i) => i);
  let firstFailed: number | undefined;
  for (let tries = 1; ; tries++) {
    const { result, retryAfter } = await send(open.map((i) => messages[i]!));
    const settled = isError(result) && open.length === messages.length ? result : outcomes;
    for (const [k, i] of open.entries()) outcomes[i] = isError(result) ? result : result[k]!;
    open = open.filter((i) => foundNobody(outcomes[i]!));
    if (open.length === 0) {
      budget.answered();
      return settled;
    }
    const now = performance.now();
    firstFailed ??= now;
    const waitMs = pauseMs(policy, tries, now - firstFailed, retryAfter);
    if (waitMs === undefined || (deadline && waitMs >= deadline.leftMs())) return settled;
    if (!budget.mayRetry((outcomes[open[0]!] as InstanceError).kind, now)) return settled;
    await pause(waitMs, signal);
  }
}

function foundNobody(outcome: Outcome): boolean {
  return isError(outcome) && mayPass(outcome.kind);
}
