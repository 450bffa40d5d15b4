/** `mindspore-serving-web load`: what a method bears. */

import type { Client, Instance } from "../../client/index.ts";
import { caller, followNoRedirect, loadReport, type StepResult, sweep } from "../../load/index.ts";
import { toClient } from "../options/to-client.ts";
import { LOAD_HELP, type LoadOptions, parseLoadOptions } from "./load-options.ts";
import { readInputs } from "./read-inputs.ts";

/** @throws Error when nothing could be measured */
export async function load(args: string[]): Promise<void> {
  const options = parseLoadOptions(args);
  if (!options) return console.log(LOAD_HELP);
  const { version, timeoutMs } = options;
  await measure(options, readInputs(options.inputs), toClient(options, { version, timeoutMs }));
}

async function measure(options: LoadOptions, instance: Instance, client: Client): Promise<void> {
  followNoRedirect("manual");
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once("SIGINT", stop);
  const results: StepResult[] = [];
  if (!options.json) console.log(HEAD);
  const make = caller(client, instance, (error) => {
    const hint = "hint" in error ? error.hint.en : "";
    console.error(`${error.kind}: ${error.error} ${hint}`.trimEnd());
  });
  for await (const result of sweep(options.sizes, options.limits, make, stopped.signal)) {
    results.push(result);
    if (!options.json) console.log(line(result));
  }
  process.off("SIGINT", stop);
  if (options.json) {
    const measured = { ...options, from: "node", protocol: "http/1.1" } as const;
    console.log(JSON.stringify(loadReport(measured, options.limits, results), null, 2));
  }
  if (stopped.signal.aborted || results.some(({ errors }) => Object.keys(errors).length > 0))
    process.exitCode = 1;
}

const HEAD = "calls at a time  instances  calls  answers/s   p50 ms   p95 ms   p99 ms  failed";

function line({ concurrency, batch, calls, perSecond, p50, p95, p99, errors }: StepResult): string {
  const failed = Object.entries(errors).map(([kind, count]) => `${count} ${kind}`);
  const cells = [
    String(concurrency).padStart(15),
    String(batch).padStart(9),
    String(calls).padStart(5),
    perSecond.toFixed(1).padStart(9),
    ...[p50, p95, p99].map((ms) => (Number.isNaN(ms) ? "-" : ms.toFixed(1)).padStart(7)),
  ];
  return `${cells.join("  ")}  ${failed.join(", ") || "-"}`;
}
