/** Everything that is measured, and what it is measured against: Serving, proxies, page, programs. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderPhoto } from "../../../build/samples/photo.ts";
import type { Parts } from "../../../src/cli/parts/lifecycle.ts";
import { findEnvoy } from "../../../src/envoy/process.ts";
import { samples } from "../../../src/samples/index.ts";
import { prepareEnvironment } from "../../../src/serving/environment.ts";
import { findPython } from "../../../src/serving/python.ts";
import { startRealServing } from "../../../src/serving/real-serving.ts";
import { bundle } from "../generate.ts";
import { type Program, startNode, startPage, startPython } from "./programs.ts";
import { startBridge, startEnvoy } from "./proxies.ts";
import { type Column, PYTHON } from "./samples.ts";
import { WORKS } from "./works.ts";

/** Servables that are asked: the others need not start. */
const ONLY = [...new Set(Object.values(WORKS).map(({ servable }) => servable))];

/** Each column and the program that measures it. */
export type Stacks = Map<Column, Program>;

export async function startAll(parts: Parts): Promise<Stacks> {
  const say = (line: string) => console.error(line);
  const environment = await prepareEnvironment(await findPython(false), say);
  const serving = parts.add(await startRealServing({ port: 0, only: ONLY, say }));
  const appDir = await makePage(parts);
  const photos = samples.map(({ file }) => join(appDir, file));
  const stacks: Stacks = new Map([[PYTHON, parts.add(startPython(environment, serving.address, photos))]]);
  if (findEnvoy()) await add("Envoy", await startEnvoy(serving.address, appDir, parts));
  else say("No Envoy found (on PATH or at ENVOY_PATH): only the bridge is measured.");
  await add("the bridge", await startBridge(serving.address, appDir, parts));
  return stacks;

  async function add(proxy: Column["proxy"], address: string): Promise<void> {
    stacks.set({ program: "Node", proxy, kind: "client" }, parts.add(startNode(address, appDir)));
    const page = parts.add(await startPage(address));
    for (const kind of ["client", "fetch", "fetch-blob"] as const) {
      stacks.set({ program: "Chromium", proxy, kind }, page);
    }
  }
}

/** @returns the directory of the page, its script and the photos */
async function makePage(parts: Parts): Promise<string> {
  const appDir = await mkdtemp(join(tmpdir(), "bench-serving-"));
  parts.add({ close: () => rm(appDir, { recursive: true }) });
  await writeFile(join(appDir, "page.js"), await bundle(join(import.meta.dirname, "page.ts"), false));
  await writeFile(
    join(appDir, "index.html"),
    '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="/page.js"></script>',
  );
  for (const sample of samples) await writeFile(join(appDir, sample.file), await renderPhoto(sample));
  return appDir;
}
