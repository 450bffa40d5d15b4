/** Files and folders that people name; what can't be read is told in a sentence. */

import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { UsageError } from "../options/option-values.ts";

/** @throws UsageError */
export function readText(path: string): string {
  return decode(path, readBytes(path), "utf-8");
}

/** @throws UsageError */
export function readBytes(path: string): Buffer {
  return tried(path, () => readFileSync(path));
}

/** @throws UsageError with the place of the first byte that is in no such encoding */
export function decode(path: string, bytes: Buffer, encoding: string): string {
  const decoded = (part: Uint8Array) => {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(part);
    } catch {
      return undefined;
    }
  };
  const text = decoded(bytes);
  if (text !== undefined) return text;
  let line = 1;
  let begin = 0;
  for (let end = bytes.indexOf(10); end >= 0 && decoded(bytes.subarray(begin, end)) !== undefined; line++) {
    begin = end + 1;
    end = bytes.indexOf(10, begin);
  }
  const before = new TextDecoder(encoding).decode(bytes.subarray(begin)).split("\uFFFD")[0]!;
  throw new UsageError(
    `${path}:${line}:${[...before].length + 1}: this is not in ${encoding.toUpperCase()}: save the file so.`,
  );
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
