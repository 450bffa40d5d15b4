/** The demo Serving: servables that answer as a chosen release of MindSpore Serving does, in this process. */

export { startDemoServing } from "./demo-serving.ts";
export { loadClassifier } from "./model/classifier.ts";
export { RELEASES } from "./protocol/release.ts";
