import type { ProxyPart } from "./proxy-part.ts";
import type { WorkerPart } from "./serving-part.ts";

/** Tells people, once all runs, where the page is and what stands behind it. */
export function announce(proxy: ProxyPart, worker: WorkerPart): void {
  console.log(`
  MindSpore Serving for the browser

  page    ${proxy.url}
  proxy   ${proxy.description}
  worker  ${worker.description}

  Ctrl-C stops everything.`);
}
