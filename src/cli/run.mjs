// The commands of a fresh clone (npm start, npm run dev, npm test and others): checks Node, installs what is missing,
// builds, and hands over. Plain JavaScript on Node's own modules, since it runs before anything is installed.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [command, ...args] = process.argv.slice(2);

checkNode();
process.chdir(root);
if (!isInstalled()) install();

if (command === "install") {
  // It is done by now: what is missing is there.
} else if (command === "test") {
  await importTypeScript("../../test/run.ts");
} else if (command === "start" || command === "dev") {
  if (command === "start" && !args.includes("--help") && !args.includes("-h")) await build();
  process.argv.splice(2, 1);
  await importTypeScript(`./${command}.ts`);
} else if (command === "bench:serving") {
  await importTypeScript("../../test/bench/serving/bench.ts");
} else if (command === "serving") {
  await importTypeScript("./serving.ts");
} else {
  await importTypeScript("./main.ts");
}

/** Vite 8, and so this repo, needs these versions. */
function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23) return;
  fail(`Node ${process.versions.node} is too old: this needs 20.19 or later, or 22.12 or later.`);
}

/** Whether node_modules holds what package-lock.json asks for; npm keeps its own account of what it installed. */
function isInstalled() {
  const account = "node_modules/.package-lock.json";
  if (!existsSync(account)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync(account, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

function install() {
  // Standard output belongs to what was asked for: `envoy` prints a file there.
  console.error("Installing dependencies (npm ci) …");
  run("npm ci", npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]));
}

async function build() {
  const { builtApp } = await importTypeScript("./built-app.ts");
  try {
    process.env.BUILT_APP = builtApp();
  } catch (error) {
    fail(error.message);
  }
}

/** npm as it runs this script; by name when the script is run by hand. */
function npm(words) {
  const path = process.env.npm_execpath;
  return path ? [process.execPath, path, ...words] : ["npm", ...words];
}

function run(name, [program, ...words]) {
  const stdio = ["inherit", process.stderr, "inherit"];
  const { status, error } = spawnSync(program, words, { stdio, shell: program === "npm" });
  if (status !== 0) fail(`\`${name}\` failed${error ? `: ${error.message}` : "; its own words are above"}.`);
}

async function importTypeScript(path) {
  const { register } = await import("tsx/esm/api");
  register();
  return await import(new URL(path, import.meta.url).href);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
