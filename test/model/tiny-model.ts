import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CLASSES = 1001;

/** The TensorFlow.js graph model that `writeTinyModel` makes, to be changed by a test before it is written. */
export function tinyModel(shape = [-1, 8, 8, 3]) {
  const dim = shape.map((size) => ({ size: String(size) }));
  const input = { dtype: { type: "DT_FLOAT" }, shape: { shape: { dim } } };
  const float = { T: { type: "DT_FLOAT" } };
  return {
    format: "graph-model",
    modelTopology: {
      node: [
        { name: "image", op: "Placeholder", attr: input },
        { name: "axes", op: "Const", attr: { dtype: { type: "DT_INT32" } } },
        { name: "kernel", op: "Const", attr: { dtype: { type: "DT_FLOAT" } } },
        { name: "colour", op: "Mean", input: ["image", "axes"], attr: { ...float, keep_dims: { b: false } } },
        { name: "logits", op: "MatMul", input: ["colour", "kernel"], attr: float },
      ],
      versions: { producer: 1 },
    },
    weightsManifest: [
      {
        paths: ["shard.bin"],
        weights: [
          { name: "axes", shape: [2], dtype: "int32" },
          { name: "kernel", shape: [3, CLASSES], dtype: "float32" },
        ],
      },
    ],
  };
}

/**
 * A folder with a model of 1001 logits ("background" first) for images of 8×8: the mean colour times a
 * kernel, in which red speaks for class 100, green for class 200 and blue for class 300.
 */
export async function writeTinyModel(model = tinyModel()): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tiny-model-"));
  const kernel = new Float32Array(3 * CLASSES);
  for (const [channel, label] of [100, 200, 300].entries()) kernel[channel * CLASSES + 1 + label] = 10;
  const axes = new Uint8Array(Int32Array.of(1, 2).buffer);
  await writeFile(join(folder, "model.json"), JSON.stringify(model));
  await writeFile(join(folder, "shard.bin"), Buffer.concat([axes, new Uint8Array(kernel.buffer)]));
  return folder;
}
