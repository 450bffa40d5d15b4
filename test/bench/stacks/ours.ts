/** This repository's client. The bench bundles it once with the working tree's source and once with the base's. */

import { type CallOptions, Client, type ClientOptions, unwrap } from "../../../src/client/index.ts";
import { inputsOf } from "../inputs.ts";
import { SPEC } from "../peers/values.ts";
import type { Item } from "../work.ts";

function connectWith(address: string, options?: ClientOptions, callOptions?: CallOptions) {
  const client = new Client(address, SPEC.name, SPEC.methodName, options);
  return async (instances: Item[][]) => unwrap(await client.infer(inputsOf(instances), callOptions));
}

export const connect = (address: string) => connectWith(address);

/** With somebody who watches. */
export const connectWithProgress = (address: string) =>
  connectWith(address, undefined, { onProgress: () => {} });

/** Requests are sent compressed. */
export const connectCompressed = (address: string) => connectWith(address, { compress: true });
