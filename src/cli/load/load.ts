/** `mindspore-serving-web load`: what a method bears. */

import { type Client, type Instance, isError } from "../../client/index.ts";
import { histogram, type Made, type StepResult, sweep } from "../../load/index.ts";
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
  staysThere();
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once("SIGINT", stop);
  const results: StepResult[] = [];
  if (!options.json) console.log(HEAD);
  for await (const result of sweep(options.sizes, options.limits, caller(client, instance), stopped.signal)) {
    results.push(result);
    if (!options.json) console.log(line(result));
  }
  process.off("SIGINT", stop);
  if (options.json) console.log(JSON.stringify(toJson(options, results), null, 2));
  if (stopped.signal.aborted || results.some(({ errors }) => Object.keys(errors).length > 0))
    process.exitCode = 1;
}

/** A redirect is an answer like others in this process, never followed: whom it leads to was not named. */
function staysThere(): void {
  const follow = globalThis.fetch;
  globalThis.fetch = (input, init) => follow(input, { ...init, redirect: "manual" });
}

/** One call of so many copies of the instance, to what came of it; what failed is printed once for each kind. */
function caller(client: Client, instance: Instance) {
  const told = new Set<string>();
  return async (batch: number, signal: AbortSignal): Promise<Made> => {
    const errors = new Map<string, number>();
    const count = (kind: string, error: string, hint: string, instances: number) => {
      errors.set(kind, (errors.get(kind) ?? 0) + instances);
      if (!told.has(kind)) console.error(`${kind}: ${error} ${hint}`.trimEnd());
      told.add(kind);
    };
    const result = await client.infer(Array(batch).fill(instance), { signal }).catch((error) => {
      if (signal.aborted) return [];
      throw error;
    });
    if (isError(result)) {
      count(result.kind, result.error, result.hint.en, batch);
      return { answered: 0, errors, isHopeless: HOPELESS.includes(result.kind) };
    }
    for (const outcome of result) if (isError(outcome)) count(outcome.kind, outcome.error, "", 1);
    return { answered: result.filter((outcome) => !isError(outcome)).length, errors };
  };
}

/** Kinds that say: call no more. */
const HOPELESS = ["not-grpc-web", "unauthorized", "refused"];

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

function toJson(options: LoadOptions, results: readonly StepResult[]): unknown {
  const { address, servable, method, version, limits } = options;
  return {
    address,
    servable,
    method,
    version,
    limits,
    steps: results.map(({ times, ...figures }) => ({ ...figures, histogram: histogram(times) })),
  };
}
