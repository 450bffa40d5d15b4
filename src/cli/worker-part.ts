/** The worker behind the proxy: the demo worker, the real Serving, or a Serving that runs elsewhere. */

import { loadClassifier } from "../demo-serving/model/classifier.ts";
import { startWorker } from "../demo-serving/worker.ts";
import { runFolderOf } from "../serving/place.ts";
import { startRealServing } from "../serving/real-serving.ts";
import type { Parts } from "./lifecycle.ts";
import type { StartOptions } from "./options.ts";
import { reachWorker, type WorkerPart } from "./serving-part.ts";

/** @throws Error with one sentence: a taken port, a missing model directory */
export async function startWorkerPart(options: StartOptions, parts: Parts): Promise<WorkerPart> {
  if (options.worker !== undefined) return reachWorker(options.worker);
  return options.serving === "demo" ? startDemoPart(options, parts) : startRealPart(options, parts);
}

/** @throws Error with one sentence: what the real Serving lacks here */
async function startRealPart({ serving, workerPort }: StartOptions, parts: Parts): Promise<WorkerPart> {
  const say = (line: string) => console.log(line);
  const real = parts.add(await startRealServing({ lite: serving === "lite", port: workerPort, say }));
  const logs = runFolderOf(Number(real.address.split(":")[1]));
  void real.exited.then(() => parts.fail(new Error(`MindSpore Serving has ended; its logs are in ${logs}.`)));
  return {
    address: real.address,
    description:
      `the real MindSpore Serving 2.0.2 on ${real.address} (${real.form.description}):\n` +
      `          servables ${real.servables.join(", ")}\n` +
      `          (resnet50 runs EfficientNet-B0 weights on ImageNet-1k, not ResNet-50's)`,
    demo: { demo: true, real: true, release: "2.0.2", model: "EfficientNet-B0" },
  };
}

async function startDemoPart(options: StartOptions, parts: Parts): Promise<WorkerPart> {
  const classifier = parts.add(
    await loadClassifier(options.model === undefined ? {} : { modelDir: options.model }),
  );
  const worker = parts.add(
    await startWorker({ port: options.workerPort, release: options.release, classifier }),
  );
  return {
    address: worker.address,
    description:
      `demo worker on ${worker.address}, like Serving ${options.release}:\n` +
      `          servables ${worker.servables.join(", ")}\n` +
      `          (resnet50 runs ${classifier.name} weights on ImageNet-1k, not ResNet-50's)`,
    demo: { demo: true, real: false, release: options.release, model: classifier.name },
  };
}
