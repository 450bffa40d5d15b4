/** What is measured, and in which columns it is printed. */

import type { Kind } from "./calls.ts";
import type { Cpu } from "./cpu.ts";
import type { WorkName } from "./works.ts";

export interface Sample {
  /** All calls of the sample. */
  ms: number;
  cpu: Cpu;
}

/** Whose calls, and through what. */
export interface Column {
  program: "Python" | "Node" | "Chromium";
  proxy: "Envoy" | "the bridge" | "";
  kind: Kind;
}

/** Straight at Serving's gRPC port. */
export const PYTHON: Column = { program: "Python", proxy: "", kind: "client" };

/** Samples of each round. */
export type Samples = Map<WorkName, Map<Column, Sample[]>>;
