/** The page that calls the real Serving: it has the client, and photos to send. */

import { existsSync } from "node:fs";
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../browser/realm.ts";

const SAMPLES = "dist/app/samples";

/** Under the proxies' Content-Security-Policy a script is a file of its own. */
const FILES = {
  "index.html": `<!doctype html><title>client</title><link rel="icon" href="data:,">
<script type="module" src="/page.js"></script>`,
  "page.js": `import * as serving from "/client.js"; Object.assign(globalThis, { serving, shown: serving.shown });`,
};

/** @returns its folder, for a proxy to serve */
export async function writePage(): Promise<string> {
  if (!existsSync(SAMPLES))
    throw new Error("The app is not built: npm run test:serving does so, or npm run build.");
  const folder = await mkdtemp(join(tmpdir(), "serving-page-"));
  const client = await bundle("test/serving/page-module.ts");
  for (const [name, text] of Object.entries({ ...FILES, "client.js": client })) {
    await writeFile(join(folder, name), text);
  }
  await cp(SAMPLES, join(folder, "samples"), { recursive: true });
  return folder;
}
