/** From outcomes to a reply: how many error entries and instances there are (protocol section 2.1). */

import type { ErrorMessage, PredictReply, ServableSpec } from "../../wire/index.ts";
import { errorMessage } from "./error-message.ts";
import { failureMessage } from "./failure.ts";
import type { ReleaseRules } from "./release.ts";
import type { Outcome } from "./servable.ts";

/** The reply to a request that is refused as a whole. */
export function refusal(
  spec: ServableSpec,
  text: string,
  rules: ReleaseRules,
  code: number = rules.refusedCode,
): PredictReply {
  return {
    spec: rules.echoesRefusedSpec ? spec : undefined,
    instances: [],
    errors: [errorMessage(code, text, rules)],
  };
}

/** The reply to a request that ran. No entries when all is well, else one for each instance, code 0 for the good. */
export function outcomeReply(
  spec: ServableSpec,
  outcomes: readonly Outcome[],
  rules: ReleaseRules,
): PredictReply {
  const errors = outcomes.map((outcome) =>
    outcome instanceof Map ? { code: 0, text: "" } : failureMessage(outcome, spec, rules),
  );
  if (errors.every(({ code }) => code === 0)) return { spec, instances: outcomes.map(outputsOf), errors: [] };
  if (rules.mergesEqualErrors && allEqual(errors)) return { spec, instances: [], errors: [errors[0]!] };
  return { spec, instances: outcomes.map(outputsOf), errors };
}

function outputsOf(outcome: Outcome) {
  return outcome instanceof Map ? outcome : new Map();
}

function allEqual(errors: readonly ErrorMessage[]): boolean {
  return errors.every(({ code, text }) => code === errors[0]!.code && text === errors[0]!.text);
}
