/** protobuf-ts: its gRPC-Web transport (binary) and its messages. */

import { GrpcWebFetchTransport } from "@protobuf-ts/grpcweb-transport";
import { MSServiceClient } from "../.cache/generated/ts/ms_service.client.ts";
import { PredictReply, PredictRequest } from "../.cache/generated/ts/ms_service.ts";
import type { Item } from "../work.ts";
import { BYTES, dataOf, FLOAT32, readItems, SPEC, usable } from "./values.ts";

function requestOf(instances: Item[][]) {
  return PredictRequest.create({
    servableSpec: SPEC,
    instances: instances.map((items) => ({
      items: Object.fromEntries(
        items.map((item) => [
          item.name,
          {
            shape: { dims: (item.shape ?? [1]).map(BigInt) },
            dtype: item.floats ? FLOAT32 : BYTES,
            data: item.floats ? dataOf(item) : new Uint8Array(),
            bytesVal: item.floats ? [] : [item.bytes as Uint8Array],
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

export const encode = (instances: Item[][]) => PredictRequest.toBinary(requestOf(instances));
export const decode = (bytes: Uint8Array) => valuesOf(PredictReply.fromBinary(bytes));

export function connect(address: string) {
  const client = new MSServiceClient(new GrpcWebFetchTransport({ baseUrl: address, format: "binary" }));
  return async (instances: Item[][]) =>
    valuesOf((await client.predict(requestOf(await readItems(instances)))).response);
}
