/** The worker behind the proxy: the demo worker, or a Serving that runs elsewhere. */

import { loadClassifier } from "../worker/model/classifier.ts";
import { startWorker } from "../worker/worker.ts";
import type { Parts } from "./lifecycle.ts";
import type { StartOptions } from "./options.ts";
import { reachWorker, type WorkerPart } from "./serving-part.ts";

/** @throws Error with one sentence: a taken port, a missing model directory */
export async function startWorkerPart(options: StartOptions, parts: Parts): Promise<WorkerPart> {
  if (options.worker !== undefined) return reachWorker(options.worker);
  const classifier = parts.add(
    await loadClassifier(options.model === undefined ? {} : { modelDir: options.model }),
  );
  const worker = parts.add(
    await startWorker({ port: options.workerPort, release: options.release, classifier }),
  );
  return {
    address: worker.address,
    description:
      `demo worker on ${worker.address}, like Serving ${options.release}: servables add (versions 1, 2) and resnet50\n` +
      `          (resnet50 runs ${classifier.name} weights on ImageNet-1k, not ResNet-50's)`,
    demo: { demo: true, release: options.release, model: classifier.name },
  };
}
