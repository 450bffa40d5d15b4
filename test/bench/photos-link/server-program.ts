/** The app, a bridge and a demo worker in a process of their own. Words: the app's directory, and what classifies. */

import { serve } from "../../../src/bridge/serve.ts";
import { startDemoServing } from "../../../src/demo-serving/demo-serving.ts";
import { loadClassifier } from "../../../src/demo-serving/model/classifier.ts";
import { answeringClassifier } from "../../demo-serving/fake-classifier.ts";

/** What answers at once has not looked at the photo. */
const ANSWER = {
  labels: ["one", "two", "three", "four", "five"],
  scores: Float32Array.of(0.5, 0.25, 0.125, 0.0625, 0.03125),
};

const [appDir, classifies] = process.argv.slice(2) as [string, "instant" | "model"];
const classifier = classifies === "model" ? await loadClassifier() : answeringClassifier(() => ANSWER);
const worker = await startDemoServing({ port: 0, classifier });
const { port } = await serve({
  port: 0,
  appDir,
  bridge: { worker: worker.address },
  documents: { "/demo.json": { demo: true, real: false, release: "1.5", model: classifier.name } },
});
process.send!(port);
