/** The fuzzer's loop, in a thread of its own: what it is at lies in shared memory, where a hang can be seen from outside. */

import { parentPort, workerData } from "node:worker_threads";
import { BlockCoverage } from "./coverage.ts";
import { Mutator } from "./mutate.ts";
import { fuzz } from "./reply.ts";
import { SEEDS } from "./seeds.ts";

export interface LoopData {
  inputs: number;
  seed: number;
  /** On google-protobuf as it comes, not on what pages get of it. */
  whole: boolean;
  /** The number of the running input, its length, and its bytes. */
  current: SharedArrayBuffer;
}

export type LoopMessage =
  | { done: number; corpus: number; blocks: number }
  | { failed: string; input: Uint8Array };

/** Inputs between two looks at what ran: few as long as each brings something new, for a look takes its time. */
const BATCH = { min: 16, max: 4096 };
const MAX_RSS_BYTES = 2 ** 30;

const { inputs, seed, current } = workerData as LoopData;
const [numbers, bytes] = [new Uint32Array(current, 0, 2), new Uint8Array(current, 8)];
const port = parentPort!;
const tell = (message: LoopMessage) => port.postMessage(message);

const coverage = new BlockCoverage();
const mutator = new Mutator(seed);
const corpus: Uint8Array[] = [...SEEDS];
for (const input of corpus) await run(input);
coverage.sawNew();

let size = BATCH.min;
for (let done = 0; done < inputs; ) {
  const before = corpus.length;
  const batch = Array.from({ length: Math.min(size, inputs - done) }, () => mutator.mutate(corpus));
  await keepNew(batch);
  done += batch.length;
  size = corpus.length > before ? Math.max(BATCH.min, size >> 1) : Math.min(BATCH.max, size << 1);
  if (process.memoryUsage.rss() > MAX_RSS_BYTES) {
    tell({ failed: "the process takes more than 1 GB", input: batch.at(-1)! });
    break;
  }
  tell({ done, corpus: corpus.length, blocks: coverage.size });
}

async function run(input: Uint8Array): Promise<void> {
  numbers[0]!++;
  numbers[1] = input.length;
  bytes.set(input);
  try {
    await fuzz(input);
  } catch (error) {
    const { stack, cause } = error as Error;
    tell({ failed: `${stack}${cause ? `\ncaused by ${(cause as Error).stack ?? cause}` : ""}`, input });
    process.exit(1);
  }
}

/** Runs a batch, and keeps those parts of it that brought something new. */
async function keepNew(batch: readonly Uint8Array[]): Promise<void> {
  for (const input of batch) await run(input);
  const few = batch.length <= BATCH.min;
  if (!coverage.sawNew(few)) return;
  if (few) {
    corpus.push(...batch);
  } else {
    const half = batch.length >> 1;
    await keepNew(batch.slice(0, half));
    await keepNew(batch.slice(half));
  }
}
