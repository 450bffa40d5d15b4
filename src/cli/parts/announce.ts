import type { PageOptions } from "../options/page-options.ts";
import type { ProxyPart } from "./proxy-part.ts";
import type { ServingPart } from "./reach-serving.ts";

/** Prints, once everything runs, where the page is and what is behind it. */
export function announce(options: PageOptions, proxy: ProxyPart, serving: ServingPart): void {
  console.log(`
  MindSpore Serving for the browser

  page     ${proxy.url}
  origins  ${whoMayCall(options)}
  proxy    ${proxy.description}
  worker   ${serving.description}${known(serving)}

  Ctrl-C stops everything.`);
}

function known({ signatures }: ServingPart): string {
  if (signatures.length === 0) return "";
  const names = signatures.map(({ servable }) => servable).join(", ");
  return `\n  known    what methods of ${names} take and give: /signatures.json`;
}

function whoMayCall({ localPages, origins }: PageOptions): string {
  const pages = localPages ? "any page of this machine (localhost, 127.0.0.1, [::1])" : "this page";
  return `${[pages, ...origins].join(", ")}; others: --origin`;
}
