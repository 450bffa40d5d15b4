/** The sample photos as a build of the app emits them. */

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { sampleImages } from "../../build/samples/sample-images.ts";

/** @returns what a page with them consists of, by path: `samples/panda.jpg` */
export async function builtSamples(): Promise<Map<string, string | Uint8Array>> {
  const root = await mkdtemp(join(tmpdir(), "samples-"));
  await writeFile(join(root, "index.html"), "<p>samples</p>");
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [sampleImages()],
    build: { write: false },
  });
  if (!("output" in result)) throw new Error("vite gave no single output");
  return new Map(result.output.map((file) => [file.fileName, "source" in file ? file.source : file.code]));
}
