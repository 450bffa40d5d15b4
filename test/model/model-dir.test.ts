import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { imagenetLabels } from "../../src/servable-data/labels.ts";
import { tinyModel, writeTinyModel } from "./tiny-model.ts";

const plain = (background: string) =>
  sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .png()
    .toBuffer();

describe("loadClassifier with a model folder of the user's", () => {
  it("takes a model of another input size, 1001 classes and logits", async () => {
    const modelDir = await writeTinyModel();
    const classifier = await loadClassifier({ modelDir });
    const labels = imagenetLabels("en");
    const outcomes = await classifier.classify(await Promise.all(["red", "lime", "blue"].map(plain)));
    expect(classifier.name).toBe(basename(modelDir));
    expect(outcomes.map((outcome) => "labels" in outcome && outcome.labels[0])).toEqual([
      labels[100],
      labels[200],
      labels[300],
    ]);
    // One logit of 10 among 1000 of 0.
    const score = Math.exp(10) / (Math.exp(10) + 1000);
    for (const outcome of outcomes) expect("scores" in outcome && outcome.scores[0]).toBeCloseTo(score, 3);
    await classifier.close();
  });

  it("runs image by image where the graph fixes a batch of one", async () => {
    const classifier = await loadClassifier({ modelDir: await writeTinyModel(tinyModel([1, 8, 8, 3])) });
    const outcomes = await classifier.classify(await Promise.all(["red", "blue"].map(plain)));
    expect(outcomes.every((outcome) => "labels" in outcome)).toBe(true);
    await classifier.close();
  });

  const refused = async (modelDir: string) => {
    const error = await loadClassifier({ modelDir }).catch((reason) => reason);
    expect(error).toBeInstanceOf(Error);
    return (error as Error).message.replace(modelDir, "DIR");
  };

  it("says what is expected of a folder without model.json", async () => {
    expect(await refused("/no/such/folder")).toBe(
      "DIR has no model.json: give the folder of a TensorFlow.js graph model (model.json and its weight shards).",
    );
  });

  it("names a weight shard that is missing", async () => {
    const model = tinyModel();
    model.weightsManifest[0]!.paths.push("group1-shard2of2.bin");
    expect(await refused(await writeTinyModel(model))).toBe(
      "DIR lacks the weight shard group1-shard2of2.bin that its model.json names.",
    );
  });

  it("refuses what is no graph model", async () => {
    const layers = { ...tinyModel(), format: "layers-model" };
    expect(await refused(await writeTinyModel(layers))).toMatch(/^DIR holds a TensorFlow.js layers model; /);
    const folder = await writeTinyModel();
    await writeFile(join(folder, "model.json"), "{}");
    expect(await refused(folder)).toMatch(
      /model.json is not the model.json of a TensorFlow.js graph model.$/,
    );
    await writeFile(join(folder, "model.json"), "<html>");
    expect(await refused(folder)).toMatch(/model.json is not JSON: /);
    const short = await writeTinyModel();
    await writeFile(join(short, "shard.bin"), new Uint8Array(100));
    expect(await refused(short)).toMatch(/^The model in DIR cannot be loaded: /);
  });

  it("refuses a model whose input is no image, and tells what it found", async () => {
    expect(await refused(await writeTinyModel(tinyModel([-1, 8, 8, 4])))).toBe(
      "The model in DIR does not fit: expected are one float32 input of images, shape (batch, height, width, 3), and one output of 1000 or 1001 ImageNet classes, shape (batch, 1000 or 1001); it has input image float32 (-1, 8, 8, 4).",
    );
  });

  it("refuses a model that gives no ImageNet classes", async () => {
    const model = tinyModel();
    const { modelTopology, weightsManifest } = model;
    modelTopology.node = modelTopology.node.filter(({ name }) => name !== "kernel" && name !== "logits");
    weightsManifest[0]!.weights.pop();
    expect(await refused(await writeTinyModel(model))).toMatch(
      /^The model in DIR .*; it has output \(1, 3\)\.$/,
    );
  });
});
