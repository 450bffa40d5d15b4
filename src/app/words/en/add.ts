/** The page Add. */

import { formsEn } from "./forms.ts";

export const addEn = {
  ...formsEn,
  addTitle: "Add matrices",
  addIntro:
    "The tutorial's three instances go in one call. Arrow keys move between cells, a block from a spreadsheet can be pasted. Call add_common2 to see a whole request fail; choose int32 for one input of instance 2 to see one instance fail.",
  methodCommon: "float32 2×2 only",
  methodCast: "any dtype, cast to float32",
  callMissing: (method: string) => `Call ${method}, which does not exist`,
  cell: (input: string, row: number, column: number) => `${input}, row ${row}, column ${column}`,
  reset: "Reset to the tutorial",
  asPython: "Request and reply as Python prints them",
  addDone: (done: number, all: number) => `${done} of ${all} instances done`,
  fixCells: (count: number) =>
    count === 1 ? "1 cell needs a fix; nothing was sent." : `${count} cells need a fix; nothing was sent.`,
  pasteCut: (side: number) =>
    `A matrix here has at most ${side} rows and columns: what was pasted beyond them is left out.`,
  pasteRefused: (why: string) => `Nothing was pasted. ${why}`,
  pasteRank: (shape: string) => `A matrix has rows and columns, and the text has the shape ${shape}.`,
};
