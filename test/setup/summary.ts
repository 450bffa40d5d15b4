/** A line of the summary that .ci/run prints at its end: what was run against what. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const FOLDER = resolve(".cache/summary");

/** @param name what the line is about, such as `conformance`; also the name of its file */
export function note(name: string, text: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), `${text}\n`);
}
