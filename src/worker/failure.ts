/** The error entry of one failed instance, in the words of each release (protocol section 4). */

import type { ErrorMessage, ServableSpec } from "../client/wire/message.ts";
import type { ReleaseRules } from "./release.ts";
import { unavailable } from "./request-check.ts";
import type { Failure } from "./servable.ts";

const INVALID_INPUTS = 2;
const SYSTEM_ERROR = 3;

export function failureMessage(failure: Failure, spec: ServableSpec, rules: ReleaseRules): ErrorMessage {
  switch (failure.failed) {
    case "function":
      return { code: rules.functionFailedCode, text: functionText(failure, spec, rules) };
    case "input":
      return { code: INVALID_INPUTS, text: failure.text };
    case "death":
      return { code: rules.refusedCode, text: unavailable(spec) };
    case "run":
      return { code: SYSTEM_ERROR, text: `Serving Error: runtime error occurred: ${failure.text}` };
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
