/** All requests that the demo worker and the real Serving are compared by; the same in every run. */

import { decodeRequest } from "../../../src/wire/request.ts";
import { batches } from "./batches.ts";
import { functions } from "./functions.ts";
import { inputs } from "./inputs.ts";
import { memory } from "./memory.ts";
import { mixed } from "./mixed.ts";
import { pictures } from "./pictures.ts";
import { pipelines } from "./pipelines.ts";
import { MS_STRING, type RawRequest } from "./raw.ts";
import { specs } from "./specs.ts";
import { sums } from "./sums.ts";
import { tensors } from "./tensors.ts";
import { wire } from "./wire.ts";

export const requests: readonly RawRequest[] = [
  ...specs,
  ...inputs,
  ...tensors,
  ...wire,
  ...memory,
  ...sums,
  ...functions,
  ...batches,
  ...pipelines,
  ...pictures,
  ...mixed,
];

/** Larger requests are asked of the real Serving alone, so that the recordings stay small. */
const MAX_RECORDED_BYTES = 4000;

/** Those whose replies are recorded, by test/serving/record.ts. */
export const recordedRequests = requests.filter(({ bytes }) => bytes.length <= MAX_RECORDED_BYTES);

/** Servables that answer whatever is asked of them. */
const UNKNOWN = /^(?!(?:add|add_sub|bulk|digits|echo|faulty|resnet50|slow|subgraphs)$)/;

/** Whether a server that is somebody's may be asked this: what our own client would refuse to send, it must not be. */
export function isHarmless({ bytes }: RawRequest): boolean {
  let request: ReturnType<typeof decodeRequest>;
  try {
    request = decodeRequest(bytes, 2);
  } catch {
    // Refused before any worker hears of it.
    return true;
  }
  if (UNKNOWN.test(request.spec.name)) return true;
  const texts = request.instances
    .flatMap((instance) => [...instance.values()])
    .filter(({ dtype }) => dtype === MS_STRING)
    .flatMap(({ bytesVal }) => bytesVal);
  return request.instances.length > 0 && texts.every((text) => isUtf8(text as Uint8Array));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
