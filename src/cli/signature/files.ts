/** Files and folders that people name; what can't be read is told in a sentence. */

import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { UsageError } from "../options/option-values.ts";

/** @throws UsageError */
export function readText(path: string): string {
  const bytes = tried(path, () => readFileSync(path));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not in UTF-8: save it so.`);
  }
}

/** @throws UsageError when nobody can tell */
export function isFolder(path: string): boolean {
  return found(path)?.isDirectory() ?? false;
}

/** @throws UsageError when nobody can tell */
export function isFile(path: string): boolean {
  return found(path)?.isFile() ?? false;
}

/** Names in a folder, sorted. @throws UsageError */
export function namesIn(folder: string): string[] {
  return tried(folder, () => readdirSync(folder)).sort();
}

function found(path: string): Stats | undefined {
  return tried(path, () => statSync(path, { throwIfNoEntry: false }));
}

function tried<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UsageError(`${path} ${faultOf(error as NodeJS.ErrnoException)}`);
  }
}

function faultOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "is not there: give the path of a file or folder.";
  if (code === "EACCES") return "can't be read: allow this user to read it.";
  return `can't be read: ${message}`;
}
