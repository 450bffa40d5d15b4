/** What the real Serving is asked, the same of every client. The methods are those with the least work for the server. */

import { type Instance, int32, type Outputs, type Tensor, tensor } from "../../../src/client/index.ts";
import { samples } from "../../../src/samples/index.ts";

const MB = 2 ** 20;

export interface Work {
  text: string;
  servable: string;
  method: string;
  /** Calls of one sample, one after the other. */
  calls: number;
  /** Samples that each takes in a round; a short one is up to chance otherwise. */
  turns?: number;
  /** What goes into a call; made before the clock runs. */
  instances(photos: Photos): Instance[];
  /** A value in the last instance's outputs which shows that all was done. */
  answer(last: Outputs): unknown;
  /** Left out, the last photo's size. */
  expected?: unknown;
  /** The model takes nearly all of the time: what `fetch` alone needs says nothing. */
  busy?: true;
  /** A call leaves much memory behind, which should not be a later sample's to clear away. */
  large?: true;
}

/** JPEGs, a page's as `File`s: {@link PHOTOS} of them, the sample photos again and again. */
export type Photos = readonly (File | Uint8Array)[];
export const PHOTOS = 64;

export type WorkName = "classified" | "counted" | "up" | "down" | "adds" | "singles";

const FLOATS = 12 * MB;
const ADDS = 500;

const count = ({ n }: Outputs) => Number(n);
const first = ({ y }: Outputs) => (y as Tensor).data[0];

/** `python_client.py` makes the same, by the same names. */
export const WORKS: Record<WorkName, Work> = {
  classified: {
    text: "64 JPEGs in one call, classified",
    servable: "resnet50",
    method: "classify_top1",
    calls: 1,
    instances: (photos) => photos.map((image) => ({ image })),
    answer: ({ label }) => label,
    expected: samples.at(-1)!.expectedTop1,
    busy: true,
  },
  counted: {
    text: "64 JPEGs in one call, their bytes counted",
    servable: "bulk",
    method: "count",
    calls: 1,
    turns: 3,
    instances: (photos) => photos.map((a) => ({ a })),
    answer: count,
  },
  up: {
    text: "48 MB float32 tensor up",
    servable: "bulk",
    method: "count",
    calls: 1,
    instances: () => [{ a: tensor(Float32Array.from({ length: FLOATS }, (_, i) => (i % 1000) / 1000)) }],
    answer: count,
    expected: FLOATS,
    large: true,
  },
  down: {
    text: "48 MB float32 tensor down",
    servable: "bulk",
    method: "zeros",
    calls: 1,
    instances: () => [{ n: int32(FLOATS) }],
    answer: ({ y }) => (y as Tensor).data.length,
    expected: FLOATS,
    large: true,
  },
  adds: {
    text: "500 adds in one call",
    servable: "add",
    method: "add_common",
    calls: 1,
    turns: 3,
    instances: () => Array.from({ length: ADDS }, (_, i) => matrices(i)),
    answer: first,
    expected: 2 * (ADDS - 1),
  },
  singles: {
    text: "200 adds one by one",
    servable: "add",
    method: "add_common",
    calls: 200,
    instances: () => [matrices(1)],
    answer: first,
    expected: 2,
  },
};

export const WORK_NAMES = Object.keys(WORKS) as WorkName[];

function matrices(x: number): Instance {
  const matrix = tensor(new Float32Array(4).fill(x), "float32", [2, 2]);
  return { x1: matrix, x2: matrix };
}
