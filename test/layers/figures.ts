/** `npm run layers`: figures of the source's shape; of another checkout with its folder behind `--`. */

import { resolve } from "node:path";
import { repeatedBlocks } from "./blocks.ts";
import { circlesOfFiles, circlesOfFolders } from "./circles.ts";
import { unusedExports } from "./exports.ts";
import { readSources } from "./sources.ts";

const root = resolve(process.argv[2] ?? ".");
const sources = readSources(root, ["src"]);
const scripts = sources.filter(({ path }) => path.endsWith(".ts") || path.endsWith(".mjs"));
const lengths = scripts.map(({ lines }) => lines).sort((a, b) => a - b);
const largest = scripts.reduce((most, file) => (file.lines > most.lines ? file : most));
const widest = sources
  .filter(({ path }) => path.startsWith("src/app/"))
  .reduce((most, file) => (file.imports.length > most.imports.length ? file : most));
const blocks = repeatedBlocks(scripts);
const { alone, tests } = unusedExports(root);

console.log(
  `src         ${scripts.length} TypeScript files, ${lengths.reduce((sum, count) => sum + count, 0)} lines`,
);
console.log(
  `            median ${lengths[Math.floor(lengths.length / 2)]}, largest ${largest.lines} (${largest.path})`,
);
tell(
  "circles of files",
  circlesOfFiles(sources).map((circle) => circle.join(" ↔ ")),
);
tell(
  "circles of folders",
  circlesOfFolders(sources, "src").map((circle) => circle.join(" ↔ ")),
);
tell("repeated blocks of six or more lines", blocks);
tell("exports used in their own file alone", alone);
tell("exports used by tests alone", tests);
tell(
  "files that import grpc-web",
  sources.filter(({ packages }) => packages.includes("grpc-web")).map(({ path }) => path),
);
console.log(`the app's largest fan-out: ${widest.path} imports ${widest.imports.length} files`);

function tell(what: string, lines: readonly string[]): void {
  console.log(`${what}: ${lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
}
