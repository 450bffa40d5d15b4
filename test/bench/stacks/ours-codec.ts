/** This repository's codec alone, in the way in which its client uses it. Bundled for both builds, as `ours.ts` is. */

import { toResult } from "../../../src/client/serving/outcome.ts";
import { encodeInstances } from "../../../src/wire/instance.ts";
import { InstanceReader } from "../../../src/wire/instance-reader.ts";
import { decodeReply } from "../../../src/wire/reply.ts";
import { encodeRequest } from "../../../src/wire/request.ts";
import { RequestHeaders } from "../../../src/wire/request-headers.ts";
import { inputsOf } from "../inputs.ts";
import type { Item } from "../work.ts";

/** As a client keeps them. */
const READER = new InstanceReader(true);
const HEADERS = new RequestHeaders();

export function encode(instances: Item[][]): number {
  const spec = { name: "servable", method: "method", version: 0n };
  return encodeRequest({ spec, instances: encodeInstances(inputsOf(instances)) }, [2], HEADERS).length;
}

export const decode = (bytes: Uint8Array) => toResult(decodeReply(bytes, READER), "2.0");
