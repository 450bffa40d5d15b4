/** One Predict call without its transport: from a request to its reply. */

import type { PredictReply, PredictRequest } from "../client/wire/message.ts";
import { outcomeReply, refusal } from "./outcome-reply.ts";
import type { ReleaseRules } from "./release.ts";
import { checkRequest } from "./request-check.ts";
import type { Method, Outcome, Servable } from "./servable.ts";

/** Answers as MindSpore Serving of the release does; whatever fails is in the reply's errors. Never rejects. */
export async function predict(
  request: PredictRequest,
  servables: readonly Servable[],
  rules: ReleaseRules,
): Promise<PredictReply> {
  const checked = checkRequest(request, servables, rules);
  if ("refused" in checked) return refusal(request.spec, checked.refused, rules, checked.code);
  return outcomeReply(request.spec, await runMethod(checked.method, request), rules);
}

async function runMethod(method: Method, { instances }: PredictRequest): Promise<Outcome[]> {
  try {
    return await method.run(instances);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return instances.map(() => ({ failed: "run", text }));
  }
}
