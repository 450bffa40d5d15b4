/** What the page knows of the way to the servable: from every call, from a probe, and from a look now and then. */

import type { ErrorKind, ProbeResult } from "../../client/index.ts";
import { type Store, store } from "../state/store.ts";

/** `connected`, or the first thing in the way. */
export type ConnectionState =
  | "checking"
  | "connected"
  | "offline"
  | "unreachable"
  | "cors"
  | "notGrpcWeb"
  | "unauthorized"
  | "refused"
  | "workerDown"
  | "noLiveWorker"
  | "noServable"
  | "noMethod";

/**
 * What a call's failure says of the way, where it did not come as far as the worker: a test holds it to the client's
 * table of kinds, which the first paint does not wait for.
 */
const ON_THE_WAY: Partial<Record<ErrorKind, ConnectionState>> = {
  offline: "offline",
  "proxy-unreachable": "unreachable",
  cors: "cors",
  "not-grpc-web": "notGrpcWeb",
  unauthorized: "unauthorized",
  refused: "refused",
  "worker-down": "workerDown",
};

/** What a probe alone finds, and a worker's answer to something else does not undo. */
const BEHIND_WORKER: readonly ConnectionState[] = ["noServable", "noMethod"];

/** Whether nothing is known to be in the way as far as the worker. */
export function reachesWorker(state: ConnectionState): boolean {
  return state === "connected" || BEHIND_WORKER.includes(state);
}

/**
 * @param kind what the call failed with; `undefined` for a call that succeeded
 * @param byServing whether Serving itself said so
 */
export function stateAfterCall(
  kind: ErrorKind | undefined,
  before: ConnectionState,
  byServing = false,
): ConnectionState {
  if (kind === "worker-down" && byServing) return "noLiveWorker";
  const state = kind && ON_THE_WAY[kind];
  return state ?? (kind && BEHIND_WORKER.includes(before) ? before : "connected");
}

/**
 * What an answer to `GET healthz` says. A server without that address (another web server in front) says nothing, nor
 * does one that takes its time, as behind a thousand uploads: then the last call stands.
 * @param httpStatus `undefined` when no answer came in time
 */
export function stateAfterLook(httpStatus: number | undefined, before: ConnectionState): ConnectionState {
  // Whoever asks for credentials, or refuses a call, does not do so here.
  const stays = before === "unauthorized" || before === "refused" || BEHIND_WORKER.includes(before);
  if (httpStatus === 200) return stays ? before : "connected";
  if (httpStatus === 503) return "workerDown";
  const unknown: readonly ConnectionState[] = ["checking", "offline"];
  return unknown.includes(before) ? "unreachable" : before;
}

export function stateOfProbe({ error, servable, method }: ProbeResult): ConnectionState {
  if (servable === false) return error?.kind === "worker-down" ? "noLiveWorker" : "noServable";
  if (method === false) return "noMethod";
  // Nothing that a probe asks waits for a model: a worker that takes its time is not there.
  if (error?.kind === "timeout") return "workerDown";
  if (error?.kind === "protocol") return "notGrpcWeb";
  return stateAfterCall(error?.kind, "connected");
}

export const connection: Store<ConnectionState> = store<ConnectionState>("checking");

/** What the last probe found; `undefined` while it is not known for the target and settings as they are. */
export const found: Store<ProbeResult | undefined> = store<ProbeResult | undefined>(undefined);

/** Notes what a call found; `byServing` where Serving itself said so. */
export function noteCall(kind: ErrorKind | undefined, byServing = false): void {
  connection.set(stateAfterCall(kind, connection.value, byServing));
}
