/** connect-web's gRPC-Web transport with protobuf-es. */

import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";
import {
  MSService,
  type PredictReply,
  PredictReplySchema,
  PredictRequestSchema,
} from "../.cache/generated/es/ms_service_pb.ts";
import type { Item } from "../work.ts";
import { BYTES, dataOf, FLOAT32, readItems, SPEC, usable } from "./values.ts";

function requestOf(instances: Item[][]) {
  return create(PredictRequestSchema, {
    servableSpec: SPEC,
    instances: instances.map((items) => ({
      items: Object.fromEntries(
        items.map((item) => [
          item.name,
          {
            shape: { dims: (item.shape ?? [1]).map(BigInt) },
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

export const encode = (instances: Item[][]) => toBinary(PredictRequestSchema, requestOf(instances));
export const decode = (bytes: Uint8Array) => valuesOf(fromBinary(PredictReplySchema, bytes));

export function connect(address: string) {
  const client = createClient(MSService, createGrpcWebTransport({ baseUrl: address }));
  return async (instances: Item[][]) => valuesOf(await client.predict(requestOf(await readItems(instances))));
}
