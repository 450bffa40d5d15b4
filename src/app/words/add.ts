/** The page Add. */

import { msg, str } from "@lit/localize";

export const addWords = {
  get addTitle() {
    return msg("Add matrices", { id: "addTitle" });
  },
  get addIntro() {
    return msg(
      "The tutorial's three instances go in one call. Arrow keys move between cells, a block from a spreadsheet can be pasted. Choose add_common2 to see a whole request fail, or int32 for one input of instance 2 to see one instance fail.",
      { id: "addIntro" },
    );
  },
  get method() {
    return msg("Method", { id: "method" });
  },
  get methodCommon() {
    return msg("float32 2×2 only", { id: "methodCommon" });
  },
  get methodCast() {
    return msg("any dtype, cast to float32", { id: "methodCast" });
  },
  get methodMissing() {
    return msg("does not exist", { id: "methodMissing" });
  },
  instance: (n: number) => msg(str`Instance ${n}`, { id: "instance" }),
  dtypeOf: (input: string) => msg(str`dtype of ${input}`, { id: "dtypeOf" }),
  cell: (input: string, row: number, column: number) =>
    msg(str`${input}, row ${row}, column ${column}`, { id: "cell" }),
  get run() {
    return msg("Run", { id: "run" });
  },
  get runningCall() {
    return msg("Running…", { id: "runningCall" });
  },
  get reset() {
    return msg("Reset to the tutorial", { id: "reset" });
  },
  get result() {
    return msg("Result", { id: "result" });
  },
  get notRun() {
    return msg("not run yet", { id: "notRun" });
  },
  get asPython() {
    return msg("Request and reply as Python prints them", { id: "asPython" });
  },
  addDone: (done: number, all: number) => msg(str`${done} of ${all} instances done`, { id: "addDone" }),
  fixCells: (count: number) =>
    count === 1
      ? msg("1 cell needs a fix; nothing was sent.", { id: "fixCell" })
      : msg(str`${count} cells need a fix; nothing was sent.`, { id: "fixCells" }),
  get cellEmpty() {
    return msg("empty: give a number", { id: "cellEmpty" });
  },
  cellNotNumber: (text: string) => msg(str`“${text}” is not a number`, { id: "cellNotNumber" }),
  cellNotWhole: (text: string, dtype: string) =>
    msg(str`${text} is not a whole number, as ${dtype} needs`, { id: "cellNotWhole" }),
  cellNotBool: (text: string) => msg(str`“${text}” is not a bool: give true or false`, { id: "cellNotBool" }),
  cellOutOfRange: (text: string, dtype: string, min: string, max: string) =>
    msg(str`${text} is out of range for ${dtype} (${min} to ${max})`, { id: "cellOutOfRange" }),
  pasteCut: (side: number) =>
    msg(str`A matrix here has at most ${side} rows and columns: what was pasted beyond them is left out.`, {
      id: "pasteCut",
    }),
};
