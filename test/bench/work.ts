/** What the bench sends and is answered: the same values for every stack, made alike in Node and in the page. */

import { tensor } from "../../src/tensor/tensor.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { InstanceMessage } from "../../src/wire/message.ts";
import { encodeReply } from "../../src/wire/reply.ts";

/** One named value in a form that belongs to no stack. */
export interface Item {
  name: string;
  /** A float32 tensor … */
  floats?: Float32Array;
  shape?: number[];
  /** … or bytes; in a request of the bench always a `File`, as from a file chooser. */
  bytes?: Blob | Uint8Array;
}

export const WORKS = ["small", "jpegs", "tensor-up", "file-up", "tensor-down", "scores-down"] as const;
export type WorkName = (typeof WORKS)[number];

/** What a row of the printed tables is called, how many calls make one sample, and how many rounds go for one. */
export const WORK_TEXTS: Record<WorkName, { text: string; calls: number; rounds?: number }> = {
  // So short that it is up to chance otherwise, and to how much of it is compiled yet.
  small: { text: "3 small instances, there and back", calls: 40, rounds: 5 },
  jpegs: { text: "64 JPEG `File`s of 100 KB up", calls: 1 },
  "tensor-up": { text: "48 MB float32 tensor up", calls: 1 },
  "file-up": { text: "the same bytes as a `File` up", calls: 1 },
  "tensor-down": { text: "48 MB float32 tensor down", calls: 1 },
  "scores-down": { text: "1,000 × label + 1,000 scores down", calls: 4 },
};

const MB = 2 ** 20;
const BIG_SHAPE = [12, MB];
const JPEG_BYTES = 100 * 1024;

/** Numbers that differ from each other and need no random source. */
function floats(length: number): Float32Array {
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) values[i] = (i % 1000) / 1000;
  return values;
}

function bytes(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(length);
  for (let i = 0; i < length; i++) values[i] = (i * 31 + seed) & 0xff;
  return values;
}

const SMALL: Item[][] = [1, 2, 3].map((x) =>
  ["x1", "x2"].map((name) => ({ name, floats: new Float32Array([x, x, x, x]), shape: [2, 2] })),
);

/** The instances that a call of this work sends. */
export function makeWork(name: WorkName): Item[][] {
  switch (name) {
    case "jpegs":
      return Array.from({ length: 64 }, (_, i) => [
        { name: "image", bytes: new File([bytes(JPEG_BYTES, i)], `${i}.jpg`) },
      ]);
    case "tensor-up":
      return [[{ name: "x", floats: floats(12 * MB), shape: BIG_SHAPE }]];
    case "file-up":
      return [[{ name: "x", bytes: new File([floats(12 * MB) as BlobPart], "tensor.bin") }]];
    case "small":
      return SMALL;
    case "scores-down":
      return Array.from({ length: 1000 }, (_, i) => [
        { name: "x", floats: new Float32Array([i]), shape: [1] },
      ]);
    default:
      return [[{ name: "x", floats: new Float32Array([1]), shape: [1] }]];
  }
}

/** The `PredictReply` that answers it. */
export function makeReply(name: WorkName): Uint8Array<ArrayBuffer> {
  return concat(encodeReply({ instances: replyInstances(name), errors: [] }).parts as Uint8Array[]);
}

function replyInstances(name: WorkName): InstanceMessage[] {
  if (name === "small") {
    return SMALL.map(([x]) => new Map([["y", encodeInput(tensor(x!.floats!, "float32", x!.shape!))]]));
  }
  if (name === "tensor-down") {
    return [new Map([["y", encodeInput(tensor(floats(12 * MB), "float32", BIG_SHAPE))]])];
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
