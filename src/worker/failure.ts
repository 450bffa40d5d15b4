/** The error entry of one failed instance, in the words of each release (protocol section 4). */

import type { ErrorMessage, ServableSpec } from "../client/wire/message.ts";
import { errorMessage } from "./error-message.ts";
import type { ReleaseRules } from "./release.ts";
import type { Failure } from "./servable.ts";

const INVALID_INPUTS = 2;
const SYSTEM_ERROR = 3;

export function failureMessage(failure: Failure, spec: ServableSpec, rules: ReleaseRules): ErrorMessage {
  switch (failure.failed) {
    case "function":
      return errorMessage(rules.functionFailedCode, functionText(failure, spec, rules), rules);
    case "input":
      return errorMessage(INVALID_INPUTS, failure.text, rules);
    case "run":
      return errorMessage(SYSTEM_ERROR, `Serving Error: runtime error occurred: ${failure.text}`, rules);
  }
}

/** Only releases from 1.5 on tell the exception; before, all functions that run ahead of the model read alike. */
function functionText(
  failure: Extract<Failure, { failed: "function" }>,
  { name, method }: ServableSpec,
  { group }: ReleaseRules,
): string {
  if (group !== "D") return "Preprocess Failed";
  const tag = `Function '${name}.${failure.function}'`;
  return `Call ${tag} Failed, method: '${method}', stage index(begin with 1): ${failure.stage}, error msg: ${failure.text}`;
}
