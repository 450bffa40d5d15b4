/** Other commits as the benches get them: from real clones, made for the test. */

import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, expect, it } from "vitest";
import { checkOutBase, withSourceOf } from "./base.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "base-")));
afterAll(() => rmSync(folder, { recursive: true }));

const git = (...words: string[]) => execFileSync("git", words, { cwd: folder, encoding: "utf8" }).trim();
const inClone = (name: string) => join(folder, name);

/** Asks for no packages. */
const LOCK = JSON.stringify({
  name: "a",
  version: "1.0.0",
  lockfileVersion: 3,
  packages: { "": { name: "a", version: "1.0.0" } },
});

/** A repository of two commits, the second one's file changed. */
function makeRepository(name: string): string[] {
  git("init", "--quiet", name);
  const dir = inClone(name);
  return ["one", "two"].map((content) => {
    writeFileSync(join(dir, "a.txt"), content);
    writeFileSync(join(dir, "package.json"), '{ "name": "a", "version": "1.0.0" }');
    writeFileSync(join(dir, "package-lock.json"), LOCK);
    writeFileSync(join(dir, ".gitignore"), ".cache/\n");
    git("-C", dir, "add", ".");
    const person = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    git("-C", dir, ...person, "commit", "--quiet", "-m", `Text: ${content}`);
    return git("-C", dir, "rev-parse", "HEAD");
  });
}

const [first, second] = makeRepository("repository");
const repository = inClone("repository");

it("a base has its commit's files, whatever is changed and staged in the working tree, which stays as it was", () => {
  writeFileSync(join(repository, "a.txt"), "changed");
  git("-C", repository, "add", ".");
  writeFileSync(join(repository, "new.txt"), "new");
  const before = [git("-C", repository, "status", "--short"), git("-C", repository, "worktree", "list")];
  const base = checkOutBase("HEAD~1", repository);
  expect(base).toMatchObject({ commit: first, title: `${first!.slice(0, 7)}, Text: one` });
  expect(readFileSync(join(base.dir, "a.txt"), "utf8")).toBe("one");
  expect(existsSync(join(base.dir, "new.txt"))).toBe(false);
  expect([git("-C", repository, "status", "--short"), git("-C", repository, "worktree", "list")]).toEqual(
    before,
  );
});

it("a base stays for the next run, with what was built in it", () => {
  const { dir } = checkOutBase(second, repository);
  writeFileSync(join(dir, "built.txt"), "built");
  expect(checkOutBase("HEAD", repository).dir).toBe(dir);
  expect(existsSync(join(dir, "built.txt"))).toBe(true);
});

it("a base that asks for the same packages has those of the working tree", () => {
  const { dir } = checkOutBase(first, repository);
  mkdirSync(join(repository, "node_modules/one"), { recursive: true });
  expect(existsSync(join(dir, "node_modules/one"))).toBe(true);
});

it("a base that asks for other packages than the working tree does now gets its own, and leaves those alone", () => {
  const { dir } = checkOutBase(first, repository);
  const modules = join(dir, "node_modules");
  expect(lstatSync(modules).isSymbolicLink()).toBe(true);
  writeFileSync(join(repository, "package-lock.json"), `${LOCK}\n`);
  checkOutBase(first, repository);
  expect(lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()).not.toBe(true);
  expect(existsSync(join(repository, "node_modules/one"))).toBe(true);
});

it("without --base, the sentence says what to name", () => {
  expect(() => checkOutBase(undefined, repository)).toThrow(
    "--base REV: name the commit to compare with, such as main or 767135a.",
  );
});

it("an unknown commit is told by its name, with how to find one", () => {
  expect(() => checkOutBase("nowhere", repository)).toThrow(
    "--base nowhere: there is no such commit here; git log --oneline lists commits, and git fetch brings those of others.",
  );
});

it("an option is no commit", () => {
  expect(() => checkOutBase("--all", repository)).toThrow("--base --all: there is no such commit here");
});

it("a shallow clone that lacks the commit is told how to get it", () => {
  git("clone", "--quiet", "--depth=1", `file://${repository}`, "shallow");
  expect(() => checkOutBase(first, inClone("shallow"))).toThrow(
    `--base ${first}: there is no such commit here; this clone is shallow and may lack it: git fetch --unshallow.`,
  );
});

it("a folder without history is told to be none, even inside of somebody's clone", () => {
  const copy = join(repository, "copy");
  mkdirSync(copy);
  for (const dir of [folder, copy]) {
    expect(() => checkOutBase("HEAD", dir)).toThrow(
      `--base HEAD: ${dir} is a copy without git's history: run this in a clone of the repository.`,
    );
  }
});

it("where git is missing, the sentence says so", () => {
  const { PATH } = process.env;
  process.env.PATH = "";
  try {
    expect(() => checkOutBase("HEAD", repository)).toThrow(
      "--base needs git: install it, or put it on PATH.",
    );
  } finally {
    process.env.PATH = PATH;
  }
});

it("a module of src/ is the base's in a bundle made for it, wherever it lay then, and so is whatever it imports", async () => {
  const dir = inClone("other");
  mkdirSync(join(dir, "src/image"), { recursive: true });
  writeFileSync(join(dir, "src/image/fit.ts"), 'import { all } from "./all.ts"; export const within = all;');
  writeFileSync(join(dir, "src/image/all.ts"), 'export const all = "of the base";');
  const entry = inClone("entry.ts");
  writeFileSync(entry, `export { within } from ${JSON.stringify(resolve("src/image/placing/fit.ts"))};`);
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [withSourceOf({ dir, commit: first!, title: "" })],
    build: { write: false, lib: { entry, formats: ["es"], fileName: "bundle" } },
  });
  const [{ output }] = result as unknown as [{ output: [{ code: string }] }];
  expect(output[0].code).toContain('"of the base"');
});
