/** Where the real Serving is kept: all under `.cache/serving`, which may be deleted at any time. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Form } from "./full-or-lite.ts";

/** This folder, where the Python files lie too. */
export const SOURCE = fileURLToPath(new URL(".", import.meta.url));

const CACHE = resolve(SOURCE, "../../.cache/serving");

/** Folder of one form: its venv, native libraries, models and servables. */
export function folderOf(form: Form): string {
  return join(CACHE, form.name);
}

/** Working directory of the Serving on one port: its logs and sockets. Beside it running.ts notes who runs it. */
export function runFolderOf(port: number): string {
  return join(CACHE, "run", String(port));
}

/** A hash of these files, and of all in these folders, names included: what was made of others is out of date. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    hash.update(relative(SOURCE, path));
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== "__pycache__") add(join(path, name));
    } else {
      hash.update(readFileSync(path));
    }
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}
