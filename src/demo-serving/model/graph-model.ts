import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { io } from "@tensorflow/tfjs-core";

/** The part of a TensorFlow.js model.json that is read here. */
interface ModelJson {
  format?: string;
  modelTopology?: object;
  signature?: object;
  weightsManifest?: { paths: string[]; weights: io.WeightsManifestEntry[] }[];
}

/**
 * Reads a TensorFlow.js graph model from a folder: `model.json` and the weight shards it names. Stands in for
 * the `file://` handler of tfjs-node, whose installer downloads a binary.
 *
 * @throws Error with one sentence: no model.json, not a graph model, or a shard is missing or too short.
 */
export async function readGraphModel(modelDir: string): Promise<io.ModelArtifacts> {
  const json = await readModelJson(modelDir);
  if (json.format === "layers-model") {
    throw new Error(
      `${modelDir} holds a TensorFlow.js layers model; a graph model is expected (convert it with --output_format=tfjs_graph_model).`,
    );
  }
  if (!json.modelTopology || !Array.isArray(json.weightsManifest)) {
    throw new Error(`${join(modelDir, "model.json")} is not the model.json of a TensorFlow.js graph model.`);
  }
  const weightSpecs = json.weightsManifest.flatMap((group) => group.weights);
  const paths = json.weightsManifest.flatMap((group) => group.paths);
  return {
    modelTopology: json.modelTopology,
    weightSpecs,
    weightData: await readShards(modelDir, paths),
    ...(json.signature ? { signature: json.signature } : {}),
  };
}

async function readModelJson(modelDir: string): Promise<ModelJson> {
  const path = join(modelDir, "model.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new Error(
      `${modelDir} has no model.json: give the folder of a TensorFlow.js graph model (model.json and its weight shards).`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}.`);
  }
}

async function readShards(modelDir: string, paths: string[]): Promise<ArrayBuffer> {
  const shards = await Promise.all(
    paths.map((path) =>
      readFile(join(modelDir, path)).catch(() => {
        throw new Error(`${modelDir} lacks the weight shard ${basename(path)} that its model.json names.`);
      }),
    ),
  );
  const weights = new Uint8Array(shards.reduce((total, shard) => total + shard.byteLength, 0));
  let offset = 0;
  for (const shard of shards) {
    weights.set(shard, offset);
    offset += shard.byteLength;
  }
  return weights.buffer;
}
