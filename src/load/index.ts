/** What a method bears: calls at several widths and batch sizes, timed. */

export { caller } from "./caller.ts";
export { type Bin, histogram } from "./histogram.ts";
export { MOST } from "./limits.ts";
export { followNoRedirect } from "./no-redirect.ts";
export { loadReport } from "./report.ts";
export { type Made, type StepLimits, type StepResult, type StepSize, sweep } from "./sweep.ts";
export { percentile } from "./times.ts";
