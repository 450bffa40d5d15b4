/** Servables' signatures from files: a servable_config.py, signatures in JSON, or folders of those. */

import { realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { UsageError } from "../options/option-values.ts";
import { readConfigFile } from "./config-file.ts";
import type { FileSignature } from "./file-signature.ts";
import { isFile, isFolder, namesIn } from "./files.ts";
import { readJsonFile } from "./json-file.ts";

const CONFIG = "servable_config.py";
const JSON_END = ".signature.json";

/**
 * @param given a file, or a servable's folder
 * @param servable its name; left out, it is that of the folder, as for Serving
 * @throws UsageError
 */
export function readServable(given: string, servable?: string): FileSignature {
  const [one, ...more] = readServables([given]);
  if (more.length > 0) {
    const names = [one!, ...more].map(({ signature }) => signature.servable);
    throw new UsageError(
      `${given} has ${names.length} servables, ${names.join(", ")}: give the file or folder of one.`,
    );
  }
  return servable ? { ...one!, signature: { ...one!.signature, servable } } : one!;
}

/**
 * @param given files, servables' folders, and folders of servables' folders
 * @returns one or more, each of a servable of its own
 * @throws UsageError
 */
export function readServables(given: readonly string[]): FileSignature[] {
  const known = new Map<string, FileSignature>();
  for (const one of given.flatMap(readGiven)) {
    const { servable } = one.signature;
    const first = known.get(servable);
    if (first) {
      throw new UsageError(
        `${servable} has two signatures, in ${first.path} and in ${one.path}: give one of them.`,
      );
    }
    known.set(servable, one);
  }
  return [...known.values()];
}

function readGiven(given: string): FileSignature[] {
  const found = isFolder(given) ? ofFolders(given) : ofFile(given);
  if (found.length > 0) return found;
  throw new UsageError(
    isFolder(given)
      ? `${given} has no servable: it needs a ${CONFIG} or a NAME${JSON_END}, or folders that have one.`
      : `${given} has no signature: put one into its list.`,
  );
}

function ofFile(path: string): FileSignature[] {
  return path.endsWith(".json") ? readJsonFile(path) : [readConfigFile(path)];
}

/** A servable's own folder has no servables in it, but versions of its models. */
function ofFolders(folder: string): FileSignature[] {
  if (isFile(join(folder, CONFIG))) return ofFolder(folder);
  const inside = namesIn(folder).map((name) => join(folder, name));
  return [...ofFolder(folder), ...inside.filter(isFolder).flatMap(ofFolder)];
}

/** A servable's JSON completes what its servable_config.py tells. */
function ofFolder(folder: string): FileSignature[] {
  const names = namesIn(folder).filter((name) => name.endsWith(JSON_END));
  const written = names.flatMap((name) => readJsonFile(join(folder, name)));
  const config = join(folder, CONFIG);
  if (!isFile(config)) return written;
  const servable = basename(realpathSync(folder));
  const known = written.find(({ signature }) => signature.servable === servable);
  return [readConfigFile(config, known), ...written.filter((one) => one !== known)];
}
