/** Results as files of the reader's. */

import { comparisonAsCsv, comparisonAsJson, runAsCsv, runAsJson } from "../../evaluation/index.ts";
import { download } from "../look/download.ts";
import type { JudgedRun } from "./judged-run.ts";
import { fileName } from "./run-name.ts";

export type FileKind = "csv" | "json";

export function saveRun(kind: FileKind, { evaluation, run, mapping }: JudgedRun): void {
  const { target, address } = evaluation;
  if (kind === "csv") save(fileName(evaluation), kind, runAsCsv(run, mapping));
  else save(fileName(evaluation), kind, { ...target, address, ...runAsJson(run, mapping) });
}

export function saveComparison(kind: FileKind, first: JudgedRun, second: JudgedRun): void {
  const whom = ({ evaluation: { target, address } }: JudgedRun) => ({ ...target, address });
  if (kind === "csv") save("comparison", kind, comparisonAsCsv(first, second));
  else {
    const compared = { first: whom(first), second: whom(second), ...comparisonAsJson(first, second) };
    save("comparison", kind, compared);
  }
}

function save(name: string, kind: FileKind, content: string | object): void {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  const type = kind === "csv" ? "text/csv" : "application/json";
  download(new Blob([text], { type }), `${name}.${kind}`);
}
