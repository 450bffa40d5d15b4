/** `npm run build:package`: all that the npm package carries, into dist/lib; fails where it has grown too large. */

import { chmod, rm } from "node:fs/promises";
import { resolve } from "node:path";
import process from "node:process";
import { build } from "vite";
import { buildCommand, buildLibrary, OUT } from "./library.ts";
import { Notices } from "./notices.ts";
import { readBudget, tooLarge } from "./size/budget.ts";
import { measureSizes } from "./size/measure.ts";
import { buildTypes } from "./types.ts";

const notices = new Notices();
await rm(OUT, { recursive: true, force: true });
await buildLibrary(notices.plugin);
await buildTypes();
await buildCommand(notices.plugin);
await build({
  logLevel: "warn",
  plugins: [notices.plugin],
  build: { outDir: resolve(OUT, "app"), sourcemap: false },
});
await notices.write(`${OUT}/THIRD-PARTY.txt`);
await chmod(`${OUT}/cli.js`, 0o755);

const complaints = tooLarge(await measureSizes(), readBudget());
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
