/** The real Python client of MindSpore Serving 2.0.2, from its wheel, in Serving's own environment. */

import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { prepareEnvironment } from "../../src/serving/environment.ts";
import { findPython } from "../../src/serving/python.ts";

const ASKED = resolve("test/serving/python/asked.py");

/** What each case gave or raised, as Python writes it, by the case's name. */
export type Outcomes = Record<string, string>;

/**
 * Runs a program in Serving's environment.
 *
 * @param words for Python: the program's path or `-c` and its text, then its own words
 * @returns what it printed
 * @throws Error with what it said, when it fails
 */
export async function runPython(words: string[], cwd = "."): Promise<string> {
  const { python, variables } = await prepareEnvironment(await findPython(false), console.log);
  const { stdout } = await promisify(execFile)(python, words, { cwd, env: variables, maxBuffer: 2 ** 24 });
  return stdout;
}

/**
 * Has the client ask a server everything of `test/serving/python/`.
 *
 * @param address HOST:PORT of the server's gRPC port
 * @param photos folder of images
 * @param instancesField where releases before 1.3 have a request's instances, 3 instead of 2
 */
export async function askByPython(address: string, photos: string, instancesField = 2): Promise<Outcomes> {
  const words = [ASKED, address, photos, "--instances-field", String(instancesField)];
  // The client itself prints a failed call's status.
  const lines = (await runPython(words)).split("\n").filter((line) => line.startsWith('{"case": '));
  return Object.fromEntries(
    lines
      .map((line) => JSON.parse(line) as { case: string; outcome: string })
      .map(({ case: name, outcome }) => [name, outcome]),
  );
}
