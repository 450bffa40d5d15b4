/** A demo worker in a process of its own, so that a test can kill it. Words: port, milliseconds a classification takes. */

import { setTimeout as pass } from "node:timers/promises";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";

const [port, delayMs] = process.argv.slice(2).map(Number);
const classifier = fakeClassifier(async () => {
  console.log("classifying");
  await pass(delayMs ?? 0);
});
const worker = await startDemoServing({ port: port ?? 0, classifier });
console.log(`listening ${worker.port}`);
