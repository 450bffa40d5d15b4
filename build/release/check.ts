/** `npm run release:check [-- TAG]`: whether this version may be published; `npm publish` asks it by itself. */

import { readFileSync } from "node:fs";
import process from "node:process";
import { releaseFaults } from "./faults.ts";

const read = (path: string) => readFileSync(path, "utf8");

const faults = releaseFaults({
  manifest: JSON.parse(read("package.json")),
  changelog: read("CHANGELOG.md"),
  readmes: Object.fromEntries(["README.md", "README.zh-CN.md"].map((name) => [name, read(name)])),
  tag: process.argv[2],
});
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log("Ready to be published.");
