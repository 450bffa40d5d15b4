import type { ProxyPart } from "./proxy-part.ts";
import type { ServingPart } from "./reach-serving.ts";

/** Prints, once everything runs, where the page is and what is behind it. */
export function announce(proxy: ProxyPart, serving: ServingPart): void {
  console.log(`
  MindSpore Serving for the browser

  page    ${proxy.url}
  proxy   ${proxy.description}
  worker  ${serving.description}

  Ctrl-C stops everything.`);
}
