/** Calls under a real link: a page in a browser that comes over it, one fresh link for each sample. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Base } from "./base.ts";
import { bundleApplication, moduleOf } from "./bundles.ts";
import type { EngineName } from "./engines.ts";
import { bundle } from "./generate.ts";
import { type Link, openLink } from "./link/link.ts";
import type { LinkAsked, LinkResults } from "./link-page.ts";
import { LINK_WORK_NAMES, type LinkWorkName, linkWork } from "./link-works.ts";
import { resultOf } from "./plain-browser.ts";
import { table } from "./report.ts";
import type { BenchServer } from "./server.ts";
import { STACKS, type StackName } from "./stacks.ts";
import { cell, columnsOf } from "./tables.ts";
import { verdicts } from "./targets.ts";

/** Puts the pages on the server, and has it open links. @returns what closes the last one */
export async function serveLinks(
  server: BenchServer,
  base: Base | undefined,
): Promise<{ close(): Promise<void> }> {
  server.documents.add("/link.js", await bundle(join(import.meta.dirname, "link-page.ts"), false));
  for (const name of Object.keys(STACKS) as StackName[]) {
    if (name === "base" && !base) continue;
    const code = await bundleApplication(visitOf(name), name === "base" ? base : undefined);
    server.documents.add(`/visits/${name}.js`, code);
  }
  let link: Link | undefined;
  server.onAsk(async (question) => {
    const { mbit, roundTripMs } = question as LinkAsked;
    await link?.close();
    link = await openLink({ port: server.port, bitsPerSecond: mbit * 1e6, roundTripMs });
    return link.port;
  });
  return { close: async () => link?.close() };
}

/** An application that does nothing but this. */
function visitOf(name: StackName): string {
  const { bundle, connect, prepared } = STACKS[name];
  const prepare = prepared
    ? connect
    : `async (address, instances) => { const call = ${connect}(address); return () => call(instances); }`;
  return `import { ${connect} } from "${moduleOf(bundle)}";
import { visit } from "../link-visit.ts";
visit(${prepare});`;
}

export async function linkTable(
  server: BenchServer,
  engine: EngineName,
  works: readonly string[],
  stacks: readonly StackName[],
  rounds: number,
): Promise<string> {
  const query = new URLSearchParams({ rounds: `${rounds}`, stacks: `${stacks}`, work: `${works}` });
  const results = (await resultOf(engine, `${server.address}/link?${query}`, server.posts)) as LinkResults;
  const measured = LINK_WORK_NAMES.filter((name): name is LinkWorkName => results[name] !== undefined);
  const columns = columnsOf(measured.map((name) => results[name]!));
  const rows = measured.map((name) => {
    const { text, mbit, targets } = linkWork(name);
    const row = results[name]!;
    return [text, String(mbit), ...columns.map((stack) => cell(row[stack], 0)), verdicts(row, targets)];
  });
  return table(["ms", "Mbit/s", ...columns.map((name) => STACKS[name].title), "target"], rows);
}

/** Whether packets can be lost on purpose: asked in a network of its own, which nothing else sees. */
export function lossText(): string {
  const asked = [
    "--user",
    "--map-root-user",
    "--net",
    "tc",
    "qdisc",
    "add",
    "dev",
    "lo",
    "root",
    "netem",
    "loss",
    "1%",
  ];
  const { status, stderr, error } = spawnSync("unshare", asked, { encoding: "utf8" });
  if (status === 0)
    return "No loss: the link of this bench has none, though this kernel's netem could make it.";
  const why = error?.message ?? stderr.trim().split("\n")[0];
  return `No loss: it needs the kernel's netem, which can't be had here (${why}).`;
}
