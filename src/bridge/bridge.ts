/**
 * The embedded bridge: gRPC-Web from browsers to a MindSpore Serving worker's gRPC, for development, when no
 * Envoy is there. It behaves as `envoy.yaml` does, so that a page cannot tell the two apart.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { formatAddress, parseAddress } from "../machine/index.ts";
import {
  ALLOWED_METHODS,
  type AllowedPages,
  answerPreflight,
  CALL_SECONDS,
  createOriginPolicy,
  HEALTH_PATH,
  setCorsHeaders,
} from "../proxy-policy/index.ts";
import { PREDICT_PATH } from "../wire/index.ts";
import { discardRest } from "./discard-rest.ts";
import { predictCall } from "./predict-call.ts";
import { type Refusal, sendRefusal } from "./refusal.ts";
import { type CallLimits, refuseEarly } from "./request-check.ts";
import { createWorkerConnection } from "./worker-connection.ts";
import { isWorkerUp } from "./worker-health.ts";

export interface BridgeOptions extends AllowedPages {
  /** Address of the worker's gRPC port, such as `"127.0.0.1:5500"`. */
  worker: string;
  /** Largest request body, unpacked, in bytes. Default 513 MiB: Serving's largest `max_msg_mb_size`, 512, and a little. */
  maxRequestBytes?: number;
  /** Longest call, in milliseconds, upload and all. Default 300,000, as in `envoy.yaml`. */
  maxTimeoutMs?: number;
}

interface Bridge {
  /** Answers a request to one of the bridge's paths; false, and nothing done, for every other path. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Lets pages that may call read, too, what is served at every other path: puts the CORS headers on that reply. */
  share(request: IncomingMessage, response: ServerResponse): void;
  /** Ends the connection to the worker; calls under way end with UNAVAILABLE. */
  close(): Promise<void>;
}

/**
 * A handler, so that it serves behind Node's own server and as a middleware of Vite's alike.
 * @throws TypeError for an invalid address or origin.
 */
export function createBridge(options: BridgeOptions): Bridge {
  const worker = parseAddress(options.worker);
  const verdictOn = createOriginPolicy(options);
  const connection = createWorkerConnection(worker);
  const limits: CallLimits = {
    maxRequestBytes: options.maxRequestBytes ?? 513 * 2 ** 20,
    // Node's timers hold 31 bits.
    maxTimeoutMs: Math.min(options.maxTimeoutMs ?? CALL_SECONDS * 1000, 2 ** 31 - 1),
  };

  function predict(request: IncomingMessage, response: ServerResponse): void {
    const refusal = refuseMethod(request, response, "POST", ALLOWED_METHODS) ?? refuseEarly(request, limits);
    if (refusal) refuse(request, response, refusal);
    else void predictCall(request, response, connection, formatAddress(worker), limits);
  }

  async function health(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuseMethod(request, response, "GET", "GET");
    if (refusal) return refuse(request, response, refusal);
    const up = await isWorkerUp(worker);
    response.writeHead(up ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify({ proxy: "bridge", worker: up ? "up" : "down" }));
  }

  return {
    handle(request, response) {
      const path = (request.url ?? "").split("?", 1)[0];
      if (path !== PREDICT_PATH && path !== HEALTH_PATH) return false;
      const verdict = verdictOn(request);
      if (!verdict.allowed) {
        refuse(request, response, { httpStatus: 403, message: verdict.reason });
        return true;
      }
      setCorsHeaders(response, verdict.origin);
      if (path === HEALTH_PATH) void health(request, response);
      else if (request.method === "OPTIONS") answerPreflight(request, response);
      else predict(request, response);
      return true;
    },
    share(request, response) {
      const verdict = verdictOn(request);
      setCorsHeaders(response, verdict.allowed ? verdict.origin : undefined);
    },
    async close() {
      connection.close();
    },
  };
}

function refuseMethod(request: IncomingMessage, response: ServerResponse, method: string, allow: string) {
  if (request.method === method) return undefined;
  response.setHeader("allow", allow);
  return { httpStatus: 405, message: `${request.method} is not allowed here: use ${method}` };
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  sendRefusal(response, refusal);
  discardRest(request);
}
