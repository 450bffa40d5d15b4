/** What the page's own server says of itself at `demo.json`, where it is one of this project's commands. */

import { store } from "./store.ts";

/** How to start the server anew. */
export interface OwnServer {
  /** The command up to its options. */
  command: string;
  /** The Serving that it was given; `undefined` when it starts one itself. */
  worker?: string | undefined;
}

const KEY = "own server";

/** Nobody has said anything: another web server has the page, and a proxy is to be had by the package's command. */
const UNKNOWN: OwnServer = { command: "npx mindspore-serving-web serve", worker: "127.0.0.1:5500" };

/** Kept in this browser, since it is wanted most when the server is gone. */
export const ownServer = store<OwnServer>(kept() ?? UNKNOWN);

let asked: Promise<unknown> | undefined;

/** All that the server says, asked once; `undefined` where it says nothing. */
export function askOwnServer(): Promise<unknown> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<unknown> {
  try {
    const reply = await fetch("demo.json");
    const said: unknown = reply.ok ? await reply.json() : undefined;
    const server = serverIn(said);
    if (server) {
      ownServer.set(server);
      localStorage.setItem(KEY, JSON.stringify(server));
    }
    return said;
  } catch {
    return undefined;
  }
}

function kept(): OwnServer | undefined {
  try {
    return serverIn(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return undefined;
  }
}

/** Takes only what has the expected form: another server may answer any address with anything. */
export function serverIn(said: unknown): OwnServer | undefined {
  const { command, worker } = (said ?? {}) as Record<string, unknown>;
  if (typeof command !== "string") return undefined;
  return { command, worker: typeof worker === "string" ? worker : undefined };
}
