/** A servable's signature from a file: a servable_config.py, or a signature's JSON. */

import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readConfig, type ServableConfig } from "../../servable-config/index.ts";
import { readSignature, type Signature } from "../../signature/index.ts";
import { UsageError } from "../options/option-values.ts";

export interface FileSignature {
  signature: Signature;
  /** What could not be known, a sentence each. */
  notes: string[];
}

/**
 * @param given a file, or a servable's folder
 * @param servable its name; left out, it is that of the folder, as for Serving
 * @throws Error whose message is the one sentence to print
 */
export function readServable(given: string, servable?: string): FileSignature {
  const path = fileOf(given);
  const text = readText(path);
  if (!path.endsWith(".json")) return readConfig(configOf(path, text, servable));
  try {
    const signature = readSignature(text);
    return { signature: servable ? { ...signature, servable } : signature, notes: [] };
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

function fileOf(given: string): string {
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? join(given, "servable_config.py") : given;
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`${path} can't be read: ${(error as Error).message}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not in UTF-8: save it so.`);
  }
}

function configOf(path: string, text: string, servable: string | undefined): ServableConfig {
  const folder = dirname(realpathSync(path));
  return {
    path,
    text,
    servable: servable ?? basename(folder),
    readModule: (module) => {
      // Serving has the folder of all servables on Python's path; a servable's own is a package.
      const [, dots, name] = /^(\.*)(.*)$/.exec(module)!;
      const ups = dots === "" ? 1 : dots!.length - 1;
      const stem = join(folder, ...Array(ups).fill(".."), ...name!.split("."));
      for (const found of [`${stem}.py`, join(stem, "__init__.py")]) {
        if (!statSync(found, { throwIfNoEntry: false })?.isFile()) continue;
        return { path: join(dirname(path), found.slice(folder.length + 1)), text: readText(found) };
      }
      return undefined;
    },
  };
}
