/** The Serving behind the proxy: the demo one, the real one, or one that runs elsewhere. */

import { loadClassifier, startDemoServing } from "../../demo-serving/index.ts";
import type { StartOptions } from "../options/start-options.ts";
import type { Parts } from "./lifecycle.ts";
import { demoSignatures, realSignatures } from "./own-signatures.ts";
import { reachServing, type ServingPart } from "./reach-serving.ts";
import { REAL_MODEL, servableLines, startRealPart } from "./real-serving.ts";

const INDENT = " ".repeat(11);

/** @throws Error with one sentence: a taken port, a missing model directory */
export async function startServingPart(options: StartOptions, parts: Parts): Promise<ServingPart> {
  if (options.worker !== undefined) return reachServing(options.worker);
  return options.serving === "demo" ? startDemo(options, parts) : startReal(options, parts);
}

async function startReal({ serving, workerPort }: StartOptions, parts: Parts): Promise<ServingPart> {
  const options = { lite: serving === "lite", port: workerPort, portOption: "--worker-port" };
  const real = await startRealPart(options, parts);
  return {
    address: real.address,
    description:
      `the real MindSpore Serving 2.0.2 on ${real.address} (${real.form.description}):\n` +
      `${INDENT}servables ${servableLines(real.servables, REAL_MODEL, INDENT)}`,
    demo: { demo: true, real: true, release: "2.0.2", model: REAL_MODEL },
    signatures: realSignatures(real.servables),
  };
}

async function startDemo(options: StartOptions, parts: Parts): Promise<ServingPart> {
  const classifier = parts.add(
    await loadClassifier(options.model === undefined ? {} : { modelDir: options.model }),
  );
  const demo = parts.add(
    await startDemoServing({ port: options.workerPort, release: options.release, classifier }),
  );
  return {
    address: demo.address,
    description:
      `demo worker on ${demo.address}, like Serving ${options.release}:\n` +
      `${INDENT}servables ${servableLines(demo.servables, classifier.name, INDENT)}`,
    demo: { demo: true, real: false, release: options.release, model: classifier.name },
    signatures: demoSignatures(demo.methods, classifier.input),
  };
}
