/** nice-grpc-web's fetch transport with ts-proto. */

import { createChannel, createClient, FetchTransport } from "nice-grpc-web";
import { MSServiceDefinition, PredictReply, PredictRequest } from "../.cache/generated/proto/ms_service.ts";
import type { Item } from "../work.ts";
import { BYTES, dataOf, FLOAT32, readItems, SPEC, usable } from "./values.ts";

function requestOf(instances: Item[][]) {
  return PredictRequest.fromPartial({
    servableSpec: SPEC,
    instances: instances.map((items) => ({
      items: Object.fromEntries(
        items.map((item) => [
          item.name,
          {
            shape: { dims: item.shape ?? [1] },
            dtype: item.floats ? FLOAT32 : BYTES,
            ...(item.floats ? { data: dataOf(item) } : { bytesVal: [item.bytes as Uint8Array] }),
          },
        ]),
      ),
    })),
  });
}

function valuesOf(reply: PredictReply) {
  return reply.instances.map(({ items }) =>
    Object.fromEntries(
      Object.entries(items).map(([name, { dtype, data, bytesVal }]) => [name, usable(dtype, data, bytesVal)]),
    ),
  );
}

export const encode = (instances: Item[][]) => PredictRequest.encode(requestOf(instances)).finish();
export const decode = (bytes: Uint8Array) => valuesOf(PredictReply.decode(bytes));

export function connect(address: string) {
  const client = createClient(MSServiceDefinition, createChannel(address, FetchTransport()));
  return async (instances: Item[][]) => valuesOf(await client.predict(requestOf(await readItems(instances))));
}
