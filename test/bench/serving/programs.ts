/** Who calls the real Serving: its own Python client, a Node program, a page in Chromium; each in a process of its own. */

import { type ChildProcess, fork, spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Environment } from "../../../src/serving/environment.ts";
import { openChromium } from "../chromium.ts";
import type { Kind, Task } from "./calls.ts";
import type { WorkName } from "./works.ts";

/** Measures one sample of its own. @returns ms */
export interface Program {
  measure(work: WorkName, kind: Kind): Promise<number>;
  close(): Promise<void>;
}

/** For Node programs in TypeScript. */
export const TYPESCRIPT = ["--import", "tsx"];

type Answer = { ms: number } | { error: string };

function msOf(answer: Answer): number {
  if ("ms" in answer) return answer.ms;
  throw new Error(answer.error);
}

/** The wheel's own client, straight at Serving's gRPC port. */
export function startPython({ python, variables }: Environment, address: string, photos: string[]): Program {
  const script = join(import.meta.dirname, "python_client.py");
  const child = spawn(python, [script, address, ...photos], {
    env: variables,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const answers = exchange<string>(child, (ask) => child.stdin.write(`${ask}\n`));
  lines.on("line", (line) => answers.take(JSON.parse(line)));
  return { measure: async (work) => msOf(await answers.ask(work)), close: () => end(child) };
}

/** @param address the proxy's */
export function startNode(address: string, photos: string): Program {
  const script = join(import.meta.dirname, "node-program.ts");
  const child = fork(script, [photos], { execArgv: ["--expose-gc", ...TYPESCRIPT] });
  const answers = exchange<Task>(child, (task) => child.send(task));
  child.on("message", answers.take);
  return {
    measure: async (work, kind) => msOf(await answers.ask({ work, kind, address })),
    close: () => end(child),
  };
}

/** @param address the proxy's, which serves the page too */
export async function startPage(address: string): Promise<Program> {
  let held: ServerResponse | undefined;
  const answers = exchange<Task>(undefined, (task) => held!.end(JSON.stringify(task)));
  let ready = () => {};
  const opened = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const server = createServer(async (request, response) => {
    const answer = (await bodyOf(request)) as Answer | null;
    response.setHeader("access-control-allow-origin", "*");
    held = response;
    if (answer) answers.take(answer);
    else ready();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const driver = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const chromium = await openChromium(`${address}/?${new URLSearchParams({ driver })}`);
  await opened;
  return {
    measure: async (work, kind) => msOf(await answers.ask({ work, kind, address: "" })),
    async close() {
      await chromium.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** One question at a time, and its answer; an error when the child ends in between. */
function exchange<Ask>(child: ChildProcess | undefined, send: (ask: Ask) => unknown) {
  let settle: { take(answer: Answer): void; fail(error: Error): void } | undefined;
  child?.once("exit", (code) => settle?.fail(new Error(`${child.spawnargs.join(" ")} ended (${code})`)));
  return {
    take: (answer: unknown) => settle?.take(answer as Answer),
    ask: (ask: Ask) =>
      new Promise<Answer>((take, fail) => {
        settle = { take, fail };
        send(ask);
      }),
  };
}

export async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((exited) => child.once("exit", exited));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await ended;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}
