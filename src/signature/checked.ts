/** Instances held to a signature before they are sent. */

import type {
  InputsOf,
  Instance,
  InstanceMessage,
  Outputs,
  OutputsOf,
  ServableMethod,
} from "../client/index.ts";
import { describe } from "../tensor/index.ts";
import { expectedText, fits, givenText, givenValue } from "./given-value.ts";
import type { Signature, ValueSignature } from "./signature.ts";

/**
 * A method whose instances are checked before anything is sent: each of its inputs is there, of its kind and dtype,
 * with as many dimensions as it has and as long as the known ones are. What the signature does not know passes.
 *
 * ```ts
 * const client = new Client("http://localhost:8080", checked(signature, "classify_top5"));
 * ```
 *
 * `infer` then throws a TypeError that names instance, input, what is expected and what was given; `inferMany` gives it
 * as that instance's outcome.
 *
 * @param signature as {@link readSignature} gives it
 * @throws TypeError when it has no such method
 */
export function checked<In extends InputsOf<In> = Instance, Out extends OutputsOf<Out> = Outputs>(
  signature: Signature,
  method: string,
): ServableMethod<In, Out> {
  const { servable, methods } = signature;
  const found = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!found) {
    const names = Object.keys(methods).join(", ") || "none";
    throw new TypeError(`the signature of ${servable} has no method ${describe(method)}: it has ${names}`);
  }
  const inputs = Object.entries(found.inputs ?? {});
  return { servable, method, check: (instance, where) => checkInstance(instance, inputs, where) };
}

function checkInstance(
  instance: InstanceMessage,
  inputs: readonly [name: string, ValueSignature][],
  where: string,
): void {
  for (const [name, expected] of inputs) {
    const message = instance.get(name);
    const given = message && givenValue(message);
    if (given && fits(given, expected)) continue;
    const names = [...instance.keys()].map((key) => `"${key}"`).join(", ");
    const text = given ? givenText(given) : `nothing: the instance has ${names || "no inputs"}`;
    throw new TypeError(`${where}, input "${name}": expected ${expectedText(expected)}, given ${text}`);
  }
}
