/** google-protobuf as pages have it, for programs that Node runs without a bundler. */

import { mkdirSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CUTS } from "../../build/cut/plugin.ts";

/** For what is imported from now on. */
export function importTheCut(): void {
  const folder = resolve(".cache/cut/google-protobuf");
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/cut.mjs`;
  writeFileSync(file, CUTS["google-protobuf"]!.code());
  register(new URL("cut-hook.mjs", import.meta.url), { data: pathToFileURL(file).href });
}
