/** One Predict call without its transport: from a request to its reply. */

import type { InstanceMessage, PredictReply, PredictRequest } from "../../wire/index.ts";
import { outcomeReply, refusal } from "./outcome-reply.ts";
import type { ReleaseRules } from "./release.ts";
import { checkRequest } from "./request-check.ts";
import type { Method, Outcome, Servable } from "./servable.ts";
import { sharedMemoryFailure } from "./shared-memory.ts";

/** Answers as MindSpore Serving of the release does; whatever fails is in the reply's errors. Never rejects. */
export async function predict(
  request: PredictRequest,
  servables: readonly Servable[],
  rules: ReleaseRules,
): Promise<PredictReply> {
  const checked = checkRequest(request, servables, rules);
  if ("refused" in checked) return refusal(request.spec, checked.refused, rules, checked.code);
  return outcomeReply(request.spec, await runReachable(checked.method, request.instances, rules), rules);
}

/** Instances with inputs that can't be reached are not run. */
async function runReachable(
  method: Method,
  instances: readonly InstanceMessage[],
  { group }: ReleaseRules,
): Promise<Outcome[]> {
  const failures = instances.map((instance) =>
    group === "D" ? sharedMemoryFailure(instance, method.inputs) : undefined,
  );
  const reachable = instances.filter((_, i) => !failures[i]);
  const outcomes = (reachable.length > 0 ? await runMethod(method, reachable) : []).values();
  return failures.map((failure) => failure ?? outcomes.next().value!);
}

async function runMethod(method: Method, instances: readonly InstanceMessage[]): Promise<Outcome[]> {
  try {
    return await method.run(instances);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return instances.map(() => ({ failed: "run", text }));
  }
}
