/**
 * `npm run fuzz`: mutated replies through everything that reads a reply. Ends with an error, and the input in
 * hexadecimal, at the first that breaks a rule of reply.ts or is not read within seconds.
 *
 *     npm run fuzz -- --inputs 1000000 --seed 1
 *     npm run fuzz -- --input 00000000…      that one again
 *     npm run fuzz -- --whole                on google-protobuf as it comes, not as pages get it
 */

import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { importTheCut } from "../setup/cut.ts";
import type { LoopData, LoopMessage } from "./loop.ts";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "1000000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    input: { type: "string" },
    whole: { type: "boolean", default: false },
  },
});
const { whole } = values;
if (values.input !== undefined) {
  if (!whole) importTheCut();
  const { fuzz } = await import("./reply.ts");
  await fuzz(Buffer.from(values.input, "hex"));
  console.log("read without a fault");
  process.exit(0);
}

const HANG_MS = 10_000;

const inputs = Number(values.inputs);
const seed = Number(values.seed);
const current = new SharedArrayBuffer(64 * 1024);
const worker = new Worker(new URL("loop.mjs", import.meta.url), {
  workerData: { inputs, seed, whole, current } satisfies LoopData,
});
console.log(
  `Fuzzing replies: ${inputs} inputs, seed ${seed}${whole ? ", on the whole of google-protobuf" : ""}`,
);

let last: Extract<LoopMessage, { done: number }> = { done: 0, corpus: 0, blocks: 0 };
worker.on("message", (message: LoopMessage) => {
  if ("failed" in message) fail(message.failed, message.input);
  last = message;
});
worker.on("error", (error) => fail(String(error.stack), running()));
worker.on("exit", () => {
  if (last.done < inputs) fail("the loop ended: an input was never settled", running());
  const seconds = (performance.now() / 1000).toFixed(0);
  console.log(
    `${last.done} inputs in ${seconds} s, ${last.corpus} kept for ${last.blocks} blocks of code: no crash, no hang, ` +
      "no memory above the limit, no broken reply taken for a good one",
  );
  process.exit(0);
});

let seen = 0;
setInterval(() => {
  const [number] = new Uint32Array(current, 0, 1);
  if (number === seen) fail("an input is not read", running());
  seen = number!;
}, HANG_MS);

function running(): Uint8Array {
  const [length] = new Uint32Array(current, 4, 1);
  return new Uint8Array(current, 8, length).slice();
}

function fail(what: string, input: Uint8Array): never {
  console.error(
    `${what}\nafter ${last.done} inputs, by: npm run fuzz -- ${whole ? "--whole " : ""}--input ${Buffer.from(input).toString("hex")}`,
  );
  process.exit(1);
}
