/** The text of a Python file, in the encoding that it says of itself. */

import { UsageError } from "../options/option-values.ts";
import { decode, readBytes } from "./files.ts";

/** Python's names of encodings that have others elsewhere. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "latin-1": "windows-1252",
  latin1: "windows-1252",
  "iso-8859-1": "windows-1252",
  cp1252: "windows-1252",
  cp936: "gbk",
  "utf-8-sig": "utf-8",
};

/** @throws UsageError */
export function readPythonText(path: string): string {
  const bytes = readBytes(path);
  const head = bytes
    .subarray(0, 400)
    .toString("latin1")
    .split(/\r\n|\r|\n/, 2);
  // As PEP 263 has it: on one of the first two lines, the first of which is a comment or blank.
  const isSecond = /^[ \t\f]*(#.*)?$/.test(head[0]!);
  const said = head
    .slice(0, isSecond ? 2 : 1)
    .map((line) => /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1]);
  const name = (said.find(Boolean) ?? "utf-8").toLowerCase().replaceAll("_", "-");
  const encoding = OTHER_NAMES[name] ?? name;
  try {
    new TextDecoder(encoding);
  } catch {
    throw new UsageError(`${path} says that it is in ${name}, which is not known here: save it in UTF-8.`);
  }
  return decode(path, bytes, encoding);
}
