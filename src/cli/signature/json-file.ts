/** Signatures in a JSON file: one, or a list of them, as signatures.json is. */

import { readSignature } from "../../signature/index.ts";
import { UsageError } from "../options/option-values.ts";
import type { FileSignature } from "./file-signature.ts";
import { readText } from "./files.ts";
import { faultIn } from "./json-fault.ts";

/** @throws UsageError that names the file, and its line and column or the place in the document */
export function readJsonFile(path: string): FileSignature[] {
  const given = parse(path, readText(path).replace(/^\uFEFF/, ""));
  const read = (one: unknown, place: string) => {
    try {
      return { path, signature: readSignature(one), notes: [] };
    } catch (error) {
      throw new UsageError(`${place}: ${(error as Error).message}`);
    }
  };
  if (!Array.isArray(given)) return [read(given, path)];
  return given.map((one, i) => read(one, `${path}, entry ${i + 1}`));
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const before = text.slice(0, faultIn(text)).split("\n");
    throw new UsageError(
      `${path}:${before.length}:${before.at(-1)!.length + 1}: this can't be read as JSON: mend it first`,
    );
  }
}
