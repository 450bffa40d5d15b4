/** Rows of numbers, one line each, as spreadsheets copy them and CSV files have them. */

import type { Fields, FieldsFault } from "./fields.ts";

/** The one separator in all of a text: tabs as spreadsheets copy them, else `;`, else commas, else blanks. */
function separatorOf(text: string): string | RegExp {
  return ["\t", ";", ","].find((one) => text.includes(one)) ?? / +/;
}

/** Lines that are blank count, except at the beginning and the end: in a column they are empty cells. */
export function rowFields(text: string): Fields | FieldsFault {
  const separator = separatorOf(text);
  const isBlank = (line: string) => line.trim() === "" && !(separator === "\t" && line.includes("\t"));
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => !isBlank(line));
  const end = lines.findLastIndex((line) => !isBlank(line)) + 1;
  const texts: string[] = [];
  let expected: number | undefined;
  for (let i = first; i < end; i++) {
    const line = lines[i]!;
    const fields = (separator === "\t" ? line : line.trim()).split(separator);
    expected ??= fields.length;
    if (fields.length !== expected) {
      return { fault: "ragged", row: i + 1, has: isBlank(line) ? 0 : fields.length, expected };
    }
    for (const field of fields) texts.push(field.trim());
  }
  const rows = end - first;
  const columns = expected!;
  return {
    texts,
    shape: rows === 1 ? [columns] : [rows, columns],
    placeOf: (index) =>
      rows === 1
        ? { element: index + 1 }
        : { line: first + Math.floor(index / columns) + 1, element: (index % columns) + 1 },
  };
}
