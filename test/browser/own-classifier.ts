/** Image models as somebody else would write their servables: other names of inputs and outputs, other values. */

import sharp from "sharp";
import { int32, int64, tensor } from "../../src/client/index.ts";
import type { Method, Servable } from "../../src/demo-serving/protocol/servable.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { InstanceMessage } from "../../src/wire/message.ts";

const json = new TextEncoder().encode('{"name": "giant panda"}');

type Values = Record<string, Parameters<typeof encodeInput>[0]>;

/** @param answer the outputs for a photo's bytes */
function method(inputs: readonly string[], answer: (photo: Uint8Array) => Values | Promise<Values>): Method {
  const outcome = async (instance: InstanceMessage) => {
    const photo = instance.get(inputs[0]!)!.bytesVal[0] as Uint8Array;
    const outputs = Object.entries(await answer(photo));
    return new Map(outputs.map(([name, value]) => [name, encodeInput(value)] as const));
  };
  return { inputs, run: (instances) => Promise.all(instances.map(outcome)) };
}

export const flowers: Servable = {
  name: "flowers",
  versions: [1n],
  methods: new Map([
    [
      "predict",
      method(["picture"], () => ({
        class_id: int64(388n),
        probability: tensor([0.75, 0.25]),
        info: json,
      })),
    ],
    [
      "classes",
      method(["picture"], () => ({ label: tensor([388, 7], "int32"), score: tensor([0.75, 0.25]) })),
    ],
    ["segment", method(["image", "mask"], () => ({ label: int32(1) }))],
    // What came, to see what was sent.
    [
      "size",
      method(["picture"], async (photo) => {
        const { width, height } = await sharp(photo).metadata();
        return { label: `${width} x ${height}` };
      }),
    ],
  ]),
};
