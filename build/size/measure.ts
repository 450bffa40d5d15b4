/** What the package adds to a page, entry by entry, in bytes of gzip. */

import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { ENTRIES, FRAMEWORKS } from "../library.ts";
import { bundle, gzip } from "./bundle.ts";

/** What a page writes, by how it is told; `…` in place of the source's path. */
const PAGES: Readonly<Record<string, [entry: string, source: string]>> = {
  "`import { Client }`": ["index", 'import { Client } from "…"; globalThis.used = Client;'],
  "all of the client": ["index", 'import * as all from "…"; globalThis.used = all;'],
  "`…/image`": ["image", 'import * as all from "…"; globalThis.used = all;'],
  "`…/react`, beside React and the client": ["react", 'import * as all from "…"; globalThis.used = all;'],
  "`…/vue`, beside Vue and the client": ["vue", 'import * as all from "…"; globalThis.used = all;'],
  "`…/inspect`, beside the client": ["inspect", 'import * as all from "…"; globalThis.used = all;'],
  "`…/photos`, before the first photo": ["photos", 'import * as all from "…"; globalThis.used = all;'],
  "`checked` of `…/signature`": ["signature", 'import { checked } from "…"; globalThis.used = checked;'],
  "`…/elements`, before they paint": ["elements", 'import "…";'],
};

/** What the last two load when they need it, apart from pictures and words of the other language. */
const LATER = "the client, which these two load later";

/** Of a page with hooks, or one that inspects its calls, it is the page's own. */
const CLIENT = /src\/client\/index\.ts$/;

/** By what a page imports. */
export async function measureSizes(): Promise<Record<string, number>> {
  const folder = resolve(".cache/size");
  mkdirSync(folder, { recursive: true });
  const sizes: Record<string, number> = {};
  for (const [page, [entry, source]] of Object.entries(PAGES)) {
    const text = source.replace("…", resolve(ENTRIES[entry]!).replaceAll("\\", "/"));
    const framework = FRAMEWORKS.includes(entry) ? [entry] : [];
    const beside = framework.length > 0 || entry === "inspect" ? [...framework, CLIENT] : [];
    const { code, later } = await bundle(process.cwd(), `${folder}/${entry}.ts`, text, undefined, beside);
    sizes[page] = gzip(code);
    // The largest by far.
    if (entry === "elements") sizes[LATER] = Math.max(...later.map(gzip));
  }
  return sizes;
}
