/** What a method bears: calls at several widths and batch sizes, timed. */

export { histogram } from "./histogram.ts";
export { type Made, type StepLimits, type StepResult, type StepSize, sweep } from "./sweep.ts";
export { percentile } from "./times.ts";
