import type { ImageInput } from "./signature.ts";
import type { TopClasses } from "./top-classes.ts";

/** Given to the model thread at its start. */
export interface ThreadStart {
  /** Folder of a TensorFlow.js graph model. */
  modelDir: string;
  /** How many of the best classes are wanted of each image. */
  count: number;
}

/** The thread's first message: the model is loaded and warm, or one sentence why it is not. */
export type ThreadReady = { ready: ImageInput } | { failed: string };

/** One model run. */
export interface RunRequest {
  id: number;
  /** float32 RGB in [0, 1], shape (batch, height, width, 3). */
  values: Float32Array;
}

/** The outcome of one run: one entry an image in order, or why the run failed. */
export type RunReply = { id: number; top: TopClasses[] } | { id: number; error: string };
