/** One method of a typed client. */

import type { Instance, Outputs } from "../wire/index.ts";
import { Client } from "./client.ts";
import type { CallOptions, ClientOptions } from "./options/options.ts";
import type { Outcome } from "./serving/outcome.ts";
import type { InputsOf, OutputsOf, ServableMethod } from "./typed/servable-method.ts";

/** Calls a method with one instance and gives its outcome: its outputs by name, or what failed, as a value. */
export type TypedCall<In = Instance, Out = Outputs> = (
  input: In,
  options?: CallOptions,
) => Promise<Outcome<Out>>;

/**
 * A method as a function of one instance: what the classes are made of that `npx mindspore-serving-web types` writes.
 *
 * @param address the proxy's, as `Client` takes it
 * @throws TypeError or RangeError for an invalid address or option
 */
export function caller<In extends InputsOf<In>, Out extends OutputsOf<Out>>(
  address: string,
  method: ServableMethod<In, Out>,
  options?: ClientOptions,
): TypedCall<In, Out> {
  const client = new Client(address, method, options);
  return async (input, options) => {
    const result = await client.infer(input, options);
    return Array.isArray(result) ? (result[0] as Outcome<Out>) : result;
  };
}
