/** The real MindSpore Serving on this machine: made, started and stopped. */

export { type RealServing, type RealServingOptions, startRealServing } from "./real-serving.ts";
export { stopRunning } from "./running.ts";
export { SERVABLES } from "./servables.ts";
