/**
 * One HTTP/2 connection to the worker, opened when first needed, shared by all calls, replaced when it is gone.
 */

import type { OutgoingHttpHeaders } from "node:http";
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from "node:http2";
import { type Address, formatAddress } from "../machine/index.ts";

/** Time for TCP and for the worker's first HTTP/2 frame, in milliseconds. */
const CONNECT_TIMEOUT_MS = 5_000;
/** After this long without a call, in milliseconds, the worker has to answer a ping, and within this time. */
const IDLE_MS = 30_000;
const PING_MS = 2_000;
/** What the worker may send before it must wait for the page, in bytes: per call, and for all calls together. */
const STREAM_WINDOW = 16 * 2 ** 20;
const CONNECTION_WINDOW = 64 * 2 ** 20;
/** node:http2 refuses new calls above this, in MB; 10, its default, is less than one reply in flight. */
const SESSION_MEMORY_MB = 1024;

interface WorkerCall {
  stream: ClientHttp2Stream;
  /** The connection was there before this call, so it may have died without anybody having noticed. */
  reused: boolean;
}

export interface WorkerConnection {
  /** Begins a call. Rejects with the reason when the worker cannot be reached. */
  open(headers: OutgoingHttpHeaders): Promise<WorkerCall>;
  /** Ends the connection and every call on it. */
  close(): void;
}

export function createWorkerConnection(
  worker: Address,
  { idleMs = IDLE_MS, pingMs = PING_MS } = {},
): WorkerConnection {
  let current: Promise<ClientHttp2Session> | undefined;
  let closed = false;
  let calls = 0;
  /** By the clock and not by `performance.now()`, which stands still while a machine sleeps. */
  let lastUsed = 0;
  let pinging: Promise<boolean> | undefined;

  function fresh(): Promise<ClientHttp2Session> {
    if (closed) throw new Error("the proxy is stopping");
    lastUsed = Date.now();
    const opening = openSession(worker);
    current = opening;
    // A failure is every waiting call's own, and no later one's.
    opening.catch(() => {
      if (current === opening) current = undefined;
    });
    return opening;
  }

  function isUsable(session: ClientHttp2Session): boolean | Promise<boolean> {
    // "closed" is also a session to which the worker has said goodbye, though its calls go on.
    if (session.closed || session.destroyed) return false;
    // Never beside a call: gRPC's servers cut a connection that pings them too often.
    if (calls > 0 || Date.now() - lastUsed < idleMs) return true;
    pinging ??= answersPing(session, pingMs).finally(() => {
      pinging = undefined;
    });
    return pinging;
  }

  function begin(session: ClientHttp2Session, headers: OutgoingHttpHeaders): ClientHttp2Stream {
    const stream = session.request(headers);
    calls += 1;
    stream.once("close", () => {
      calls -= 1;
      lastUsed = Date.now();
    });
    return stream;
  }

  return {
    async open(headers) {
      const pooled = current;
      if (pooled) {
        const session = await pooled;
        if (await isUsable(session)) return { stream: begin(session, headers), reused: true };
      }
      // Another call may have found out first, and be connecting by now.
      const session = await (current && current !== pooled ? current : fresh());
      return { stream: begin(session, headers), reused: false };
    },
    close() {
      closed = true;
      current?.then((session) => session.destroy()).catch(() => {});
    },
  };
}

function openSession(worker: Address): Promise<ClientHttp2Session> {
  const session = connect(`http://${formatAddress(worker)}`, {
    settings: { initialWindowSize: STREAM_WINDOW, enablePush: false },
    maxSessionMemory: SESSION_MEMORY_MB,
  });
  session.once("connect", () => session.setLocalWindowSize(CONNECTION_WINDOW));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => session.destroy(new Error("connection timeout")), CONNECT_TIMEOUT_MS);
    // The worker's settings, not only TCP: a server that does not speak HTTP/2 accepts connections too.
    session.once("remoteSettings", () => {
      clearTimeout(timer);
      resolve(session);
    });
    session.once("close", () => {
      clearTimeout(timer);
      reject(new Error("connection termination"));
    });
    // Stays for the session's life: without a listener a later error would end the process.
    session.on("error", (error) => reject(connectError(error)));
  });
}

/**
 * Whether the worker still hears us; else ends the session. A machine that slept, or a NAT or VPN between, forgets a
 * connection without a word, and a call on it would wait for its deadline.
 */
function answersPing(session: ClientHttp2Session, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => session.destroy(), limitMs);
    // Called back in every case: with an error when the session ends first.
    session.ping((error) => {
      clearTimeout(timer);
      resolve(!error);
    });
  });
}

/** Says what went wrong, also where Node tried several addresses of one name and gives an empty text. */
function connectError(error: Error & { code?: string }): Error {
  const tried =
    error instanceof AggregateError ? error.errors.map((each: Error) => each.message).join("; ") : "";
  const hint =
    error.code === "ERR_HTTP2_ERROR"
      ? " (no HTTP/2 there: is it Serving's gRPC port, not the RESTful one?)"
      : "";
  return new Error(`${tried || error.message}${hint}`);
}
