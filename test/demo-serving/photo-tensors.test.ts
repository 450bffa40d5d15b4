/** Sample photos as files and as tensors of real browsers, answered by the demo worker. */

import { afterAll, beforeAll } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { type Classifier, loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { sameAnswers } from "../image/same-answers.ts";

let classifier: Classifier;
let worker: DemoServing;
beforeAll(async () => {
  classifier = await loadClassifier();
  worker = await startDemoServing({ port: 0, classifier });
});
afterAll(async () => {
  await worker?.close();
  await classifier?.close();
});

sameAnswers(() => worker.address);
