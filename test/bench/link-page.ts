/**
 * In the page around: for each sample a fresh link is opened, which is an origin of its own, and a page comes over it into
 * a frame: no connection, cache or compiled code is there before.
 */

import { check, failureText, post, shuffled } from "./call.ts";
import type { Visited } from "./link-visit.ts";
import { LINK_WORK_NAMES, type LinkWorkName, linkWork, ROUND_TRIP_MS } from "./link-works.ts";
import type { StackName } from "./stacks.ts";
import type { Row } from "./standing.ts";

export type LinkResults = Partial<Record<LinkWorkName, Row>>;

/** What the page asks of the bench, which gives the port. */
export interface LinkAsked {
  mbit: number;
  roundTripMs: number;
}

/** Above what any stack takes for any row. */
const PATIENCE_MS = 120_000;

async function visit(name: LinkWorkName, stack: StackName): Promise<number> {
  const { mbit, work } = linkWork(name);
  const asked: LinkAsked = { mbit, roundTripMs: ROUND_TRIP_MS };
  const port = await (await fetch("/ask", { method: "POST", body: JSON.stringify(asked) })).json();
  const frame = document.createElement("iframe");
  const told = new Promise<Visited>((done) => {
    const timer = setTimeout(() => done({ error: `no answer in ${PATIENCE_MS / 1000} s` }), PATIENCE_MS);
    addEventListener("message", function listen({ source, data }) {
      if (source !== frame.contentWindow) return;
      removeEventListener("message", listen);
      clearTimeout(timer);
      done(data as Visited);
    });
  });
  frame.src = `http://127.0.0.1:${port}/visits/${stack}${work ? `?work=${work}` : ""}`;
  document.body.append(frame);
  const visited = await told;
  frame.remove();
  if ("error" in visited) throw new Error(visited.error);
  return visited.ms;
}

async function measureRow(name: LinkWorkName, stacks: StackName[], rounds: number): Promise<Row> {
  const row: Row = {};
  const run = new Map<StackName, number[]>(stacks.map((stack) => [stack, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [stack, list] of shuffled([...run])) {
      try {
        // Without a link: the server compares its bytes with the right ones.
        if (round === 0) await check(stack, linkWork(name).work ?? "small");
        else list.push(await visit(name, stack));
        row[stack] = list;
      } catch (error) {
        run.delete(stack);
        row[stack] = failureText(error);
      }
    }
  }
  return row;
}

async function main(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const works = query.get("work")!.split(",");
  const chosen = query.get("stacks")!.split(",") as StackName[];
  const results: LinkResults = {};
  for (const name of LINK_WORK_NAMES.filter((name) => works.includes(name))) {
    await post("progress", `over a link: ${linkWork(name).text}`);
    results[name] = await measureRow(name, linkWork(name).stacks(chosen), Number(query.get("rounds")));
  }
  await post("result", results);
}

main().catch((error) => post("error", `${error?.stack ?? error}`));
