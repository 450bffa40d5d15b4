/** The arguments of `npm start --`, to options. */

import { RELEASES } from "../../demo-serving/index.ts";
import { parseWords, toPort, toWorker, UsageError } from "./option-values.ts";
import { PAGE_HELP, PAGE_WORDS, type PageOptions, toPageOptions } from "./page-options.ts";

export interface StartOptions extends PageOptions {
  /** `HOST:PORT` of a Serving to use; left out, one is started. */
  worker: string | undefined;
  /** Which one: the demo worker, or the real MindSpore Serving, which `lite` takes in its Lite form. */
  serving: "demo" | "real" | "lite";
  /** Release that the demo worker behaves like. */
  release: string;
  /** Directory of a TF.js graph model for the demo worker. */
  model: string | undefined;
  /** Port of the worker that is started. */
  workerPort: number;
}

export const HELP = `npm start -- [options]        the web app, a proxy, and a demo worker, on one address
npm run dev -- [options]      the same with Vite's dev server and reload

  --worker HOST:PORT      use this MindSpore Serving (its gRPC port) instead of the demo worker
  --serving real|lite     make and start the real MindSpore Serving 2.0.2 instead (x86-64 Linux with Python 3.9; lite:
                          with 3.7); npm run serving -- --help tells more
${PAGE_HELP}
  --release RELEASE       Serving release that the demo worker behaves like, 1.1 to 2.0 (1.5)
  --model DIR             TF.js graph model (model.json) for the demo worker instead of EfficientNet-B0
  --worker-port PORT      where the demo worker, or Serving, listens (5500; 0 picks a free one)
  --help                  these words`;

/**
 * @returns `undefined` when help was asked for
 * @throws UsageError
 */
export function parseOptions(args: string[], command: "start" | "dev" = "start"): StartOptions | undefined {
  const { values } = parseWords({
    args,
    options: {
      ...PAGE_WORDS,
      worker: { type: "string", multiple: true },
      serving: { type: "string" },
      release: { type: "string" },
      model: { type: "string" },
      "worker-port": { type: "string" },
    },
  });
  if (values.help) return undefined;
  const release = values.release ?? "1.5";
  if (!RELEASES.includes(release)) throw new UsageError(`--release ${release}: give one from 1.1 to 2.0.`);
  const serving = toServing(values.serving ?? "demo");
  if (values.serving !== undefined && values.worker !== undefined) {
    throw new UsageError("--serving starts a Serving, and --worker names one that runs: give one of them.");
  }
  for (const word of ["release", "model"] as const) {
    if (serving !== "demo" && values[word] !== undefined) {
      throw new UsageError(`--${word} is for the demo worker: leave it out with --serving ${serving}.`);
    }
  }
  return {
    ...toPageOptions(command, values),
    worker: values.worker === undefined ? undefined : toWorker(values.worker),
    serving,
    release,
    model: values.model,
    workerPort: toPort("--worker-port", values["worker-port"] ?? "5500"),
  };
}

function toServing(text: string): StartOptions["serving"] {
  if (text === "demo" || text === "real" || text === "lite") return text;
  throw new UsageError(`--serving ${text}: give real, lite or demo.`);
}
