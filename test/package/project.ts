/** Fresh projects with the packed package installed. */

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { npm } from "./command.ts";

interface Manifest {
  dependencies?: Record<string, string>;
  [field: string]: unknown;
}

/** A folder with this manifest and the package, installed by npm; gone when the test has ended. */
export async function install(manifest: Manifest, from?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "consumer-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return installIn(folder, manifest, from);
}

/** The same for all tests of a file; to be called in `beforeAll`. */
export async function installForAll(manifest: Manifest): Promise<string> {
  return installIn(await mkdtemp(join(inject("folder"), "consumer-")), manifest);
}

async function installIn(folder: string, manifest: Manifest, from?: string): Promise<string> {
  if (from) await cp(from, folder, { recursive: true });
  const dependencies = { ...manifest.dependencies, "mindspore-serving-web": `file:${inject("tarball")}` };
  await writeFile(join(folder, "package.json"), JSON.stringify({ ...manifest, dependencies }, null, 2));
  await npm(folder, "install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
  return folder;
}

/** A copy of `consumers/<name>` for all tests of a file; to be called in `beforeAll`. */
export async function copyProject(name: string): Promise<string> {
  const source = join("test/package/consumers", name);
  const folder = await mkdtemp(join(inject("folder"), "consumer-"));
  return installIn(folder, JSON.parse(await readFile(join(source, "package.json"), "utf8")), source);
}

/** A copy of `consumers/<name>`, with the code that all pages share at `shared`. */
export async function makeProject(name: string, shared?: string): Promise<string> {
  const source = join("test/package/consumers", name);
  const folder = await install(JSON.parse(await readFile(join(source, "package.json"), "utf8")), source);
  if (shared) await cp("test/package/consumers/add.ts", join(folder, shared));
  return folder;
}
