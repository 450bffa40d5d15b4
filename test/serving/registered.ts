/** Serving's own Python, which registers the methods of files without a server. */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runPython } from "./python-client.ts";

export interface Registered {
  /** Names of inputs and outputs by method: `x1, x2 -> y`. */
  methods?: Record<string, string>;
  /** Why Serving takes the file not. */
  refused?: string;
}

/** @param texts of servable_config.py files, by titles */
export async function registeredOf(
  texts: Readonly<Record<string, string>>,
): Promise<Record<string, Registered>> {
  const folder = await mkdtemp(join(tmpdir(), "servables-"));
  const titles = Object.keys(texts);
  try {
    for (const [i, title] of titles.entries()) {
      await mkdir(join(folder, `own${i}`));
      await writeFile(join(folder, `own${i}/servable_config.py`), texts[title]!);
    }
    const lines = (await runPython([resolve("test/serving/python/register.py"), folder]))
      .split("\n")
      .filter((line) => line.startsWith('{"servable": '));
    const found = lines.map((line) => JSON.parse(line) as Registered & { servable: string });
    return Object.fromEntries(
      found.map(({ servable, ...registered }) => [titles[Number(servable.slice(3))]!, registered]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
