/**
 * A program of its own, whose working directory is the base's: what cuts its libraries looks for them there. Word: the
 * task, as JSON.
 */

import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { bundle as pageBundle } from "../../build/size/bundle.ts";
import { withSourceOf } from "./base.ts";
import { bundle, HERE, ROOT } from "./generate.ts";

/** A module, or an application of this source. */
export type BaseTask = ({ module: string } | { source: string }) & { out: string };

const dir = process.cwd();
const task = JSON.parse(process.argv[2]!) as BaseTask;
const plugins = [...(await cutOfBase()), withSourceOf({ dir, commit: "", title: "" })];
writeFileSync(
  task.out,
  "module" in task
    ? await bundle(task.module, false, plugins)
    : (await pageBundle(ROOT, join(HERE, "base-entry.ts"), task.source, plugins)).code,
);

/** A commit before there was a cut has its libraries whole. */
async function cutOfBase(): Promise<Plugin[]> {
  const path = join(dir, "build/cut/plugin.ts");
  if (!existsSync(path)) return [];
  const { cutLibraries } = (await import(pathToFileURL(path).href)) as { cutLibraries(): Plugin };
  return [cutLibraries()];
}
