/**
 * A sweep's calls, in a worker of their own: the page stays quick, and what the page draws takes no time of a call.
 */

import { Client, errorText, hintOf, type Instance } from "../../client/index.ts";
import { type Failure, failureOf, thrownFailure } from "../../failures/index.ts";
import {
  caller,
  followNoRedirect,
  type StepLimits,
  type StepResult,
  type StepSize,
  sweep,
} from "../../load/index.ts";

/** What is to be called. */
export interface LoadOrder {
  /** With its origin: a worker has no page. */
  address: string;
  servable: string;
  method: string;
  /** Decimal digits. */
  version: string;
  timeoutMs: number;
  metadata: Readonly<Record<string, string>>;
  instance: Instance;
  sizes: readonly StepSize[];
  limits: StepLimits;
}

/** What the worker tells, in the order in which it happens. */
export type LoadNews =
  /** That calls go by, as the browser told of the first one; empty where it does not tell. */
  | { news: "protocol"; protocol: string }
  /** Calls of the step so far. */
  | { news: "calls"; calls: number }
  /** The first of its kind. */
  | { news: "failure"; failure: Failure }
  | { news: "step"; result: StepResult }
  /** Nothing more comes. */
  | { news: "over" };

/** How often the page learns of calls. */
const TOLD_MS = 200;

const here = globalThis as unknown as {
  onmessage: (event: MessageEvent<LoadOrder | "stop">) => void;
  postMessage(news: LoadNews): void;
};

const stopped = new AbortController();

here.onmessage = ({ data }) => {
  if (data === "stop") stopped.abort();
  else void run(data);
};

async function run(order: LoadOrder): Promise<void> {
  const { address, servable, method, version, timeoutMs, metadata, sizes, limits } = order;
  followNoRedirect("error");
  tellProtocol(address);
  try {
    const client = new Client(address, servable, method, { version: BigInt(version), timeoutMs, metadata });
    const call = caller(client, order.instance, (error) =>
      here.postMessage({ news: "failure", failure: failureOf(error, { errorText, hintOf }) }),
    );
    // Before each step goes one call that is not of it.
    let calls = -1;
    let toldAt = 0;
    const make: typeof call = async (batch, signal) => {
      const made = await call(batch, signal);
      calls++;
      if (performance.now() - toldAt > TOLD_MS) {
        toldAt = performance.now();
        here.postMessage({ news: "calls", calls });
      }
      return made;
    };
    for await (const result of sweep(sizes, limits, make, stopped.signal)) {
      here.postMessage({ news: "step", result });
      calls = -1;
    }
  } catch (error) {
    here.postMessage({ news: "failure", failure: thrownFailure(error) });
  }
  here.postMessage({ news: "over" });
}

/** An observer sees every call, however many the browser's own list has room for. */
function tellProtocol(address: string): void {
  const observer = new PerformanceObserver((list) => {
    const call = (list.getEntries() as PerformanceResourceTiming[]).find(({ name }) =>
      name.startsWith(`${address}/`),
    );
    if (!call) return;
    observer.disconnect();
    here.postMessage({ news: "protocol", protocol: call.nextHopProtocol });
  });
  observer.observe({ type: "resource" });
}
