/** Files of pairs: photos and their labels, or names and what the model calls them. */

import { readCsv } from "./csv.ts";
import { FileFault } from "./file-fault.ts";

const HEAD = /^(file|file ?name|path|image|photo|folder|name|class)$/i;
const HEAD_LABEL = /^(label|class|class ?name|name)$/i;

/**
 * CSV of two columns, or an object of texts as JSON. A first line such as `file,label` is left out.
 *
 * @returns label by file or name
 * @throws FileFault
 */
export function readPairs(text: string): Map<string, string> {
  return /^\uFEFF?\s*\{/.test(text) ? ofJson(text) : ofCsv(text);
}

function ofCsv(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const [i, { line, fields }] of readCsv(text).entries()) {
    const [key = "", label = ""] = fields;
    if (fields.length !== 2) throw new FileFault("fields", line, String(fields.length));
    if (i === 0 && HEAD.test(key) && HEAD_LABEL.test(label)) continue;
    if (key === "" || label === "") throw new FileFault("empty", line, key === "" ? "file" : "label");
    const before = pairs.get(key);
    if (before !== undefined && before !== label) throw new FileFault("twice", line, key);
    pairs.set(key, label);
  }
  return pairs;
}

function ofJson(text: string): Map<string, string> {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new FileFault("json", 1);
  }
  const pairs = Object.entries(given as object);
  if (!pairs.every((pair): pair is [string, string] => typeof pair[1] === "string"))
    throw new FileFault("json", 1);
  return new Map(pairs);
}
