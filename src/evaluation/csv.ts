/** Tables as CSV (RFC 4180), read and written. */

import { FileFault } from "./file-fault.ts";

interface Row {
  /** On which it begins, from 1. */
  line: number;
  fields: string[];
}

const FIELD = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
const BEHIND = /,|\r\n|\n|\r|$/y;

/** Blank lines are left out. @throws FileFault */
export function readCsv(text: string): Row[] {
  const rows: Row[] = [];
  let row: Row = { line: 1, fields: [] };
  let line = 1;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; ; ) {
    const [field, quoted, bare] = matchAt(FIELD, text, at)!;
    row.fields.push(quoted?.replaceAll('""', '"') ?? bare!.trim());
    const end = matchAt(BEHIND, text, at + field.length)?.[0];
    if (end === undefined) throw new FileFault("quote", line);
    line += quoted?.match(/\r\n|\n|\r/g)?.length ?? 0;
    at += field.length + end.length;
    if (end === ",") continue;
    if (row.fields.length > 1 || row.fields[0] !== "") rows.push(row);
    if (end === "") return rows;
    row = { line: ++line, fields: [] };
  }
}

/** A text that a spreadsheet would run as a formula begins with an apostrophe; Excel needs the byte order mark. */
export function writeCsv(rows: Iterable<readonly (string | number | undefined)[]>): string {
  return `\uFEFF${Array.from(rows, (cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: string | number | undefined): string {
  if (typeof value !== "string") return value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
