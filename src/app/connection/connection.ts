/** What the page knows of the server behind it, from every call and from a look now and then. */

import type { ErrorKind } from "../../client/index.ts";
import { type Store, store } from "../store.ts";

export type ConnectionState = "checking" | "connected" | "workerDown" | "unreachable" | "offline";

/** What a call's failure says of the connection; everything else was an answer of the worker's own. */
const BY_KIND: Partial<Record<ErrorKind, ConnectionState>> = {
  offline: "offline",
  "proxy-unreachable": "unreachable",
  cors: "unreachable",
  "not-grpc-web": "unreachable",
  "worker-down": "workerDown",
};

/** @param kind what the call failed with; `undefined` for a call that succeeded */
export function stateAfterCall(kind: ErrorKind | undefined): ConnectionState {
  return (kind && BY_KIND[kind]) ?? "connected";
}

/**
 * What an answer to `GET healthz` says. A server without that address (another web server in front) says nothing:
 * then the last call stands.
 */
export function stateAfterLook(httpStatus: number, before: ConnectionState): ConnectionState {
  if (httpStatus === 200) return "connected";
  if (httpStatus === 503) return "workerDown";
  return before === "connected" || before === "workerDown" ? before : "unreachable";
}

export const connection: Store<ConnectionState> = store<ConnectionState>("checking");

/** Notes what a call found. */
export function noteCall(kind: ErrorKind | undefined): void {
  connection.set(stateAfterCall(kind));
}

const LOOK_MS = 5000;

/** Asks the page's own origin how proxy and worker are. */
export async function look(): Promise<void> {
  try {
    const reply = await fetch("healthz", { cache: "no-store", signal: AbortSignal.timeout(LOOK_MS) });
    // Some web servers answer every address with their page.
    const isPage = reply.headers.get("content-type")?.startsWith("text/html");
    connection.set(stateAfterLook(isPage ? 404 : reply.status, connection.value));
  } catch {
    connection.set(navigator.onLine ? "unreachable" : "offline");
  }
}

const EVERY_MS = 30_000;

/** Looks now, every 30 s while the page is seen, and when the page or the network comes back. */
export function keepLooking(): void {
  const lookIfSeen = () => {
    if (document.visibilityState === "visible") void look();
  };
  lookIfSeen();
  setInterval(lookIfSeen, EVERY_MS);
  for (const event of ["focus", "online", "offline"]) window.addEventListener(event, lookIfSeen);
  document.addEventListener("visibilitychange", lookIfSeen);
}
