/**
 * The built app that `npm start` serves. Each state of its sources has a folder of its own, which is there whole or
 * not at all and stays as long as somebody serves it: a second start takes nothing away from a first one.
 */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** All that a build depends on; the lockfile stands for packages. */
const SOURCES = ["src", "public", "build", "vite.config.ts", "package.json", "package-lock.json"];

interface Places {
  /** The checkout. */
  root?: string;
  /** Builds the app into a folder that is not there yet. */
  build?: (folder: string) => void;
  /** Whose process it is that will serve the app. */
  pid?: number;
}

/** @returns the folder @throws Error when the build fails, whose own words are on standard error then */
export function builtApp({
  root = process.cwd(),
  build = viteBuild,
  pid = process.pid,
}: Places = {}): string {
  const name = stateOf(root);
  const cache = join(root, ".cache/app");
  const users = join(cache, "users");
  mkdirSync(users, { recursive: true });
  // Before anything else: from here on nobody throws it away. All is in the file's name, which comes whole.
  writeFileSync(join(users, `${pid}.${name}`), "");
  dropUnused(cache, users);
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const own = join(cache, `${name}.${pid}`);
  try {
    build(own);
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    // Another start has built the same in the meantime.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function stateOf(root: string): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: "utf8" })
          .sort()
          .map((file) => join(path, file))
      : [path];
    for (const file of files)
      if (statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 12);
}

/** Drops what only processes used that have ended. */
function dropUnused(cache: string, users: string): void {
  const used = new Set<string>(["users"]);
  for (const user of readdirSync(users)) {
    const [pid, name] = user.split(".") as [string, string];
    if (isRunning(Number(pid))) used.add(name).add(`${name}.${pid}`);
    else rmSync(join(users, user), { force: true });
  }
  for (const name of readdirSync(cache)) {
    if (!used.has(name)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function viteBuild(folder: string): void {
  const words = [
    "node_modules/vite/bin/vite.js",
    "build",
    "--logLevel",
    "warn",
    "--outDir",
    folder,
    "--emptyOutDir",
  ];
  const { status, error } = spawnSync(process.execPath, words, {
    stdio: ["inherit", process.stderr, "inherit"],
  });
  if (status !== 0) {
    throw new Error(`\`vite build\` failed${error ? `: ${error.message}` : "; its own words are above"}.`);
  }
}
