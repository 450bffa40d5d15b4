/** How good a classifier's answers are: what photos show, what they were called, and figures of both. No page, no network. */

export { type ChangedLabel, type Comparison, compareRuns, type Judged } from "./compare.ts";
export { comparisonAsCsv, comparisonAsJson } from "./comparison-report.ts";
export { writeCsv } from "./csv.ts";
export { className, type Figures, figuresOf, photosIn } from "./figures.ts";
export { FileFault } from "./file-fault.ts";
export { type Mapping, mapNames } from "./mapping.ts";
export { worstMistakes } from "./mistakes.ts";
export { readPairs } from "./pairs.ts";
export { runAsCsv, runAsJson } from "./report.ts";
export { Run } from "./run.ts";
export { folderOf, LabelTable } from "./truth.ts";
