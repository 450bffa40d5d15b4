/** What a sweep came to, as JSON. */

import { histogram } from "./histogram.ts";
import type { StepLimits, StepResult } from "./sweep.ts";

/** Who was called, and from where. */
export interface Measured {
  address: string;
  servable: string;
  method: string;
  /** 0 is the highest running one; a text of digits above 2^53. */
  version: number | string;
  from: "browser" | "node";
  /** By ALPN's name, such as `http/1.1` or `h2`; empty where a browser does not tell. */
  protocol: string;
}

/** The same of a page and a terminal: each step's figures, with a histogram in the place of its times. */
export function loadReport(measured: Measured, limits: StepLimits, results: readonly StepResult[]): object {
  const { address, servable, method, version, from, protocol } = measured;
  const steps = results.map(({ times, ...figures }) => ({ ...figures, histogram: histogram(times) }));
  return { address, servable, method, version, from, protocol, limits, steps };
}
