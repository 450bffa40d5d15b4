/**
 * Records what the real MindSpore Serving 2.0.2 answers, and what its own Python client reads of that, for those who
 * have no Python: `npm run record:serving` writes test/wire/golden-2.0-replies.json. With SERVING_ADDRESS=HOST:PORT
 * it asks the Serving that runs there.
 */

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareEnvironment } from "../../src/serving/environment.ts";
import { findPython } from "../../src/serving/python.ts";
import { runPython } from "../../src/serving/python-run.ts";
import { startRealServing } from "../../src/serving/real-serving.ts";
import { caller } from "../demo-serving/predict-call.ts";
import { toHex } from "../setup/bytes.ts";
import { answerOf } from "./answer.ts";
import { isHarmless, recordedRequests } from "./requests/index.ts";

const FILE = "test/wire/golden-2.0-replies.json";
const READER = "test/serving/read-replies.py";

/** One call of the file; without `hex` where it ended with a status. */
interface Recorded {
  name: string;
  request_hex: string;
  hex?: string;
  python_client_result?: unknown;
  status?: string;
}

async function record(address: string): Promise<Recorded[]> {
  const real = caller(address);
  const recorded: Recorded[] = [];
  for (const request of recordedRequests.filter(isHarmless)) {
    const answer = await answerOf(real, request.bytes);
    const asked = { name: request.name, request_hex: toHex(request.bytes) };
    recorded.push(
      typeof answer === "string" ? { ...asked, status: answer } : { ...asked, hex: toHex(answer) },
    );
  }
  real.close();
  return recorded;
}

/** What the client of Serving's own wheel makes of each reply. */
async function readByPython(replies: readonly string[]): Promise<unknown[]> {
  const { python, variables } = await prepareEnvironment(await findPython(false), console.log);
  const folder = await mkdtemp(join(tmpdir(), "record-"));
  const [given, results] = [join(folder, "replies.json"), join(folder, "results.json")];
  await writeFile(given, JSON.stringify(replies));
  await runPython("Reading the replies", python, [READER, given, results], variables);
  const read = JSON.parse(await readFile(results, "utf8"));
  await rm(folder, { recursive: true });
  return read;
}

const running = process.env.SERVING_ADDRESS;
const serving = running ? undefined : await startRealServing({ port: 0, say: console.log });
const recorded = await record(running ?? serving!.address);
await serving?.close();

const replies = recorded.filter(({ hex }) => hex !== undefined);
const results = await readByPython(replies.map(({ hex }) => hex!));
for (const [i, reply] of replies.entries()) reply.python_client_result = results[i];
await writeFile(FILE, `[\n${recorded.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`);
console.log(`${FILE}: ${recorded.length} calls, ${replies.length} of them with a reply.`);
