/** Nested lists, as JSON, Python and numpy write them, to the texts of their elements. */

import type { Fields, FieldsFault } from "./fields.ts";

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")" };

const TOKEN = /[[\](),]|[^ \t\r\n,[\]()]+/g;

interface List {
  closing: string;
  /** Elements so far. */
  count: number;
  commas: boolean;
}

/** Elements are parted by commas if there is one, else by blanks; an element between two commas must be there. */
export function bracketFields(text: string): Fields | FieldsFault {
  const commas = text.includes(",");
  const texts: string[] = [];
  const shape: number[] = [];
  const open: List[] = [];
  let closed = false;
  let rows = 0;
  /** Brackets around the numbers: as many around each. */
  let depth: number | undefined;
  /** Whether an element must come: at the beginning, and behind a comma. */
  let due = true;
  const faulty = (index: number, fault: "notNumber" | "blank", word: string): FieldsFault => ({
    fault: "cell",
    index,
    place: placeIn(text, index),
    cell: { fault, text: word },
  });
  for (const [token] of text.matchAll(TOKEN)) {
    if (closed) return { fault: "brackets" };
    const list = open.at(-1);
    if (token === ",") {
      if (!list) return { fault: "brackets" };
      if (due) {
        const index = texts.length;
        return { fault: "cell", index, place: placeIn(text, index), cell: { fault: "empty" } };
      }
      list.commas = true;
      due = true;
    } else if (token in CLOSING) {
      if (list) list.count++;
      open.push({ closing: CLOSING[token]!, count: 0, commas: false });
      due = true;
    } else if (token === "]" || token === ")") {
      if (list?.closing !== token) return { fault: "brackets" };
      // To accountants (5) is -5, to Python 5 and not a list.
      const isLoose = token === ")" && list.count === 1 && !list.commas;
      if (isLoose && open.length === depth) return faulty(texts.length - 1, "notNumber", `(${texts.at(-1)})`);
      if (isLoose) return { fault: "brackets" };
      open.pop();
      const dim = open.length;
      rows++;
      shape[dim] ??= list.count;
      if (shape[dim] !== list.count) {
        return { fault: "ragged", row: rows, has: list.count, expected: shape[dim] };
      }
      closed = dim === 0;
      due = false;
    } else {
      depth ??= open.length;
      if (!list || open.length !== depth) return { fault: "brackets" };
      if (commas && !due) return faulty(texts.length - 1, "blank", `${texts.at(-1)} ${token}`);
      list.count++;
      texts.push(token);
      due = false;
    }
  }
  if (!closed || (depth !== undefined && depth !== shape.length)) return { fault: "brackets" };
  return { texts, shape, placeOf: (index) => placeIn(text, index) };
}

/** Found only when it is asked for: long texts have many elements and at most one fault that is told. */
function placeIn(text: string, index: number) {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length === 1) return { element: index + 1 };
  let before = 0;
  for (const [i, line] of lines.entries()) {
    const count = line.match(TOKEN)?.filter((token) => !/^[[\](),]$/.test(token)).length ?? 0;
    if (index < before + count) return { line: i + 1, element: index - before + 1 };
    before += count;
  }
  return { line: lines.length, element: index - before + 1 };
}
