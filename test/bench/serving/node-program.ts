/** A program of its own, as a user of the package in Node has it. Word: the directory of the photos. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { samples } from "../../../src/samples/index.ts";
import { measure, type Task } from "./calls.ts";
import { PHOTOS } from "./works.ts";

const [directory] = process.argv.slice(2);
const photos = Array.from(
  { length: PHOTOS },
  (_, i) => new Uint8Array(readFileSync(join(directory!, samples[i % samples.length]!.file))),
);

process.on("message", async (task: Task) => {
  try {
    process.send!({ ms: await measure(task, photos) });
  } catch (error) {
    process.send!({ error: String((error as Error).stack) });
  }
});
