/** What the bench's server answers, made beforehand. */

import { tensor } from "../../src/tensor/tensor.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { InstanceMessage } from "../../src/wire/message.ts";
import { encodeReply } from "../../src/wire/reply.ts";
import { BIG_SHAPE, floats, makeWork, type WorkName } from "./work.ts";

/** The `PredictReply` that answers a work. */
export function makeReply(name: WorkName): Uint8Array<ArrayBuffer> {
  return concat(encodeReply({ instances: replyInstances(name), errors: [] }).parts as Uint8Array[]);
}

function replyInstances(name: WorkName): InstanceMessage[] {
  if (name === "small" || name === "thousand") {
    return makeWork(name).map(
      ([x]) => new Map([["y", encodeInput(tensor(x!.floats!, "float32", x!.shape!))]]),
    );
  }
  if (name === "tensor-down") {
    const values = floats(BIG_SHAPE[0]! * BIG_SHAPE[1]!);
    return [new Map([["y", encodeInput(tensor(values, "float32", BIG_SHAPE))]])];
  }
  if (name === "scores-down") {
    return Array.from(
      { length: 1000 },
      (_, i) =>
        new Map([
          ["label", encodeInput(`class ${i}`)],
          ["score", encodeInput(floats(1000))],
        ]),
    );
  }
  return makeWork(name).map(() => new Map([["y", encodeInput(new Float32Array([1]))]]));
}
