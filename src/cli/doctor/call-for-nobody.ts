/** A call as the client makes it, for a servable that nobody has. */

import {
  BINARY_TYPE,
  concat,
  encodeRequest,
  frameHeader,
  PREDICT_PATH,
  X_GRPC_WEB,
} from "../../wire/index.ts";
import type { Case } from "./case.ts";
import { exchange, type Reply } from "./exchange.ts";

/** A name that no servable has: every release refuses the call before anything runs. */
export const NOBODY = "mindspore-serving-web.doctor";

/** The client's own call, for no servable. */
export function callNobody(subject: Case, origin?: string): Promise<Reply> {
  const spec = { name: NOBODY, method: NOBODY, version: 0n };
  const { parts, length } = encodeRequest({ spec, instances: [] }, [2]);
  return exchange(subject.address + PREDICT_PATH, subject.timeoutMs, {
    method: "POST",
    headers: {
      "content-type": BINARY_TYPE,
      accept: BINARY_TYPE,
      [X_GRPC_WEB]: "1",
      ...(origin !== undefined && { origin }),
    },
    body: concat([frameHeader(0, length), ...(parts as Uint8Array[])]),
  });
}
