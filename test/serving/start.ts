/** Starts the real MindSpore Serving once for all test files, or says why it can't run on this machine. */

import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { expectPlatform } from "../../src/serving/platform.ts";
import { findPython } from "../../src/serving/python.ts";
import { startRealServing } from "../../src/serving/real-serving.ts";
import { note } from "../setup/summary.ts";
import { writePage } from "./page-files.ts";

export interface ServingHere {
  /** HOST:PORT of its gRPC port; absent where it can't run. */
  address?: string;
  /** Why it can't run here, and what to do. */
  missing?: string;
  /** Folder of the page that has the client. */
  page: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    serving: ServingHere;
  }
}

/** Above 199 MB, the largest message of the tests. */
export const MAX_MSG_MB = 256;

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const page = await writePage();
  const removePage = () => rm(page, { recursive: true, force: true });
  const running = process.env.SERVING_ADDRESS;
  if (running) {
    project.provide("serving", { address: running, page });
    return removePage;
  }
  const missing = await whyNotHere();
  if (missing !== undefined) {
    if (process.env.CI) throw new Error(missing);
    console.log(missing);
    project.provide("serving", { missing, page });
    return removePage;
  }
  const began = performance.now();
  const serving = await startRealServing({ port: 0, maxMsgMbSize: MAX_MSG_MB, say: console.log });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  note("real Serving", `MindSpore Serving 2.0.2 (${serving.form.description}), ready after ${seconds} s`);
  project.provide("serving", { address: serving.address, page });
  return async () => {
    await serving.close();
    await removePage();
  };
}

async function whyNotHere(): Promise<string | undefined> {
  try {
    expectPlatform();
    const { form } = await findPython(false);
    if (form.name === "full") return undefined;
    return "These tests need the real MindSpore Serving with mindspore.dataset, so Python 3.9, and only 3.7 was found: install 3.9, or name it with SERVING_PYTHON=/path/to/python.";
  } catch (error) {
    return (error as Error).message;
  }
}
