/**
 * Another commit of this repository, to be measured beside the working tree in one run: `--base REV`. Its files lie
 * under `.cache/base/<commit>` and stay for the next run. They are written there by git without a worktree of its
 * own, so that `git worktree list` and the index stay as they were.
 */

import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import type { Plugin } from "vite";
import { UsageError } from "../../src/cli/options/option-values.ts";

const ROOT = resolve(import.meta.dirname, "../..");

export interface Base {
  /** The commit's whole name. */
  commit: string;
  /** Its short name and the first line of its message. */
  title: string;
  /** Where its files lie, `node_modules` among them. */
  dir: string;
}

/**
 * @param rev of `--base`: a branch, a tag or a commit
 * @param root of the clone
 * @throws UsageError when there is no such commit here, and what to do
 */
export function checkOutBase(rev: string | undefined, root = ROOT): Base {
  const commit = findCommit(rev, root);
  const dir = join(root, ".cache/base", commit);
  if (!existsSync(dir)) writeFiles(commit, dir, root);
  installModules(dir, root);
  const title = git(root, ["show", "--no-patch", "--format=%h, %s", commit]).text;
  return { commit, title, dir };
}

/** Builds the base's app as `npm run build` does, if it isn't built yet. @returns its directory */
export function buildBaseApp({ dir, title }: Base): string {
  const built = join(dir, "dist/app");
  const done = join(dir, "dist/app-is-built");
  if (existsSync(done)) return built;
  process.stderr.write(`Building the app of ${title} …\n`);
  const vite = join(dir, "node_modules/vite/bin/vite.js");
  execFileSync(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: dir, stdio: "inherit" });
  writeFileSync(done, "");
  return built;
}

/** For Vite: whatever a bench imports of this repository's `src/` is taken from the base's. */
export function withSourceOf({ dir }: Base): Plugin {
  const ours = join(ROOT, "src") + sep;
  return {
    name: "source-of-base",
    enforce: "pre",
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found?.id.startsWith(ours)) return found;
      return { ...found, id: placeIn(dir, found.id.slice(ours.length)) };
    },
  };
}

/** Where the base has a module of src/: a file that was moved since then is found in its area, by its name. */
function placeIn(dir: string, path: string): string {
  const same = join(dir, "src", path);
  if (existsSync(same)) return same;
  const area = join(dir, "src", path.split(sep)[0]!);
  const namesakes = readdirSync(area, { encoding: "utf8", recursive: true }).filter(
    (other) => basename(other) === basename(path),
  );
  return namesakes.length === 1 ? join(area, namesakes[0]!) : same;
}

function findCommit(rev: string | undefined, root: string): string {
  if (!rev) throw new UsageError("--base REV: name the commit to compare with, such as main or 767135a.");
  const top = git(root, ["rev-parse", "--show-toplevel"]);
  if (top.missing) throw new UsageError("--base needs git: install it, or put it on PATH.");
  // A copy without history may lie inside of somebody's clone.
  if (!top.ok || realpathSync(top.text) !== realpathSync(root)) {
    throw new UsageError(
      `--base ${rev}: ${root} is a copy without git's history: run this in a clone of the repository.`,
    );
  }
  const found = git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${rev}^{commit}`]);
  if (found.ok) return found.text;
  const more =
    git(root, ["rev-parse", "--is-shallow-repository"]).text === "true"
      ? "this clone is shallow and may lack it: git fetch --unshallow"
      : "git log --oneline lists commits, and git fetch brings those of others";
  throw new UsageError(`--base ${rev}: there is no such commit here; ${more}.`);
}

/** Through an index of its own. A run that was interrupted leaves nothing that looks complete. */
function writeFiles(commit: string, dir: string, root: string): void {
  const unfinished = `${dir}.${process.pid}`;
  const index = `${unfinished}.index`;
  mkdirSync(unfinished, { recursive: true });
  const env = { ...process.env, GIT_INDEX_FILE: index };
  try {
    for (const words of [
      ["read-tree", commit],
      ["checkout-index", "--all", `--prefix=${unfinished}/`],
    ]) {
      const { ok, error } = git(root, words, env);
      if (!ok) throw new Error(`git ${words[0]} of ${commit} failed: ${error}`);
    }
    renameSync(unfinished, dir);
  } finally {
    rmSync(index, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The packages of the working tree where the commit asks for the same, else its own. */
function installModules(dir: string, root: string): void {
  const modules = join(dir, "node_modules");
  const lock = (of: string) => readFileSync(join(of, "package-lock.json"), "utf8");
  const there = lstatSync(modules, { throwIfNoEntry: false });
  if (lock(dir) === lock(root)) {
    if (!there) symlinkSync(join(root, "node_modules"), modules, "junction");
    return;
  }
  // It was made when both asked for the same.
  if (there?.isSymbolicLink()) rmSync(modules);
  // npm writes this file last.
  if (existsSync(join(modules, ".package-lock.json"))) return;
  process.stderr.write("Installing the base's packages (npm ci), which are not today's …\n");
  const words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", words, {
    cwd: dir,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ci in ${dir} failed; its own words are above.`);
}

function git(root: string, words: string[], env = process.env) {
  const { status, stdout, stderr, error } = spawnSync("git", words, { cwd: root, env, encoding: "utf8" });
  return {
    ok: status === 0,
    /** There is no program of this name. */
    missing: (error as NodeJS.ErrnoException | undefined)?.code === "ENOENT",
    text: stdout?.trim() ?? "",
    error: stderr?.trim() ?? "",
  };
}
