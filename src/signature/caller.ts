/** One method of a typed client. */

import {
  type CallOptions,
  Client,
  type ClientOptions,
  type InputsOf,
  type Instance,
  type Outcome,
  type Outputs,
  type OutputsOf,
  type ServableMethod,
} from "../client/index.ts";

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
