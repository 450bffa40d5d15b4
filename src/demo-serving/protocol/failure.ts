/** The error entry of one failed instance, in the words of each release (protocol section 4). */

import type { ErrorMessage, ServableSpec } from "../../wire/index.ts";
import { errorMessage } from "./error-message.ts";
import type { ReleaseRules } from "./release.ts";
import { unavailable } from "./request-check.ts";
import type { Failure } from "./servable.ts";

type FunctionFailure = Extract<Failure, { failed: "function" }>;

const FAILED = 1;
const INVALID_INPUTS = 2;
const SYSTEM_ERROR = 3;

export function failureMessage(failure: Failure, spec: ServableSpec, rules: ReleaseRules): ErrorMessage {
  switch (failure.failed) {
    case "function":
      return errorMessage(rules.functionFailedCode, functionText(spec, failure, rules), rules);
    case "memory":
      return errorMessage(FAILED, failure.text, rules);
    case "input":
      return errorMessage(INVALID_INPUTS, failure.text, rules);
    case "death":
      return errorMessage(rules.refusedCode, unavailable(spec), rules);
    case "run":
      return errorMessage(SYSTEM_ERROR, `Serving Error: runtime error occurred: ${failure.text}`, rules);
  }
}

/** Only releases from 1.5 on tell the exception; before, all functions that run on one side of the model read alike. */
function functionText(
  spec: ServableSpec,
  { function: name, tag, phase, stage, text }: FunctionFailure,
  { group }: ReleaseRules,
): string {
  if (group !== "D") return `${phase} Failed`;
  const what = tag ?? `Function '${spec.name}.${name}'`;
  return `Call ${what} Failed, method: '${spec.method}', stage index(begin with 1): ${stage}, error msg: ${text}`;
}
