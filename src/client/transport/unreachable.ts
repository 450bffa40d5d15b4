/**
 * `fetch` says "failed" for a dead proxy, a refused origin, a login page of another origin and a lost connection alike.
 * A second, harmless look tells them apart as far as a page can: a call for nobody is answered, or redirected, where
 * CORS allows it, and an opaque GET by any live server, whatever its CORS rules.
 */

import { FRAME_HEADER_BYTES, GRPC_ENCODING, Status } from "../../wire/index.ts";
import { CallFailure } from "./call-failure.ts";
import { callSignal } from "./deadline.ts";
import type { HttpRequest } from "./http-reply.ts";
import { isHttpsPage, isOffline, pageOrigin } from "./platform.ts";
import { redirected } from "./redirected.ts";

/** How long each look may take. */
const LOOK_MS = 3000;

/** Serving's own limit of a message, in bytes, unless it was started with another `max_msg_mb_size`. */
const SERVING_LIMIT_BYTES = 100 * 2 ** 20;

/**
 * What a call that `fetch` gave up with a `TypeError` died of.
 * @param sent bytes of the request's message
 */
export async function explainFetchFailure(
  request: HttpRequest,
  sent: number,
  cause: unknown,
): Promise<CallFailure> {
  const failure = await diagnose(request, sent, cause);
  failure.cause = cause;
  return failure;
}

/** A reply of which the page sees neither a body nor a status, as when the proxy exposes no `grpc-status` to it. */
export function hiddenStatus(url: string): CallFailure {
  return new CallFailure(
    "cors",
    Status.UNKNOWN,
    `${new URL(url).origin} answers, but this page may not read the reply's grpc-status and grpc-message (access-control-expose-headers)`,
  );
}

/** Whether an address is of another origin than the page's, so that CORS decides what the page may read. */
export function isForeign(url: string): boolean {
  const own = pageOrigin();
  return own !== undefined && own !== new URL(url).origin;
}

async function diagnose(request: HttpRequest, sent: number, cause: unknown): Promise<CallFailure> {
  const { url, signal } = request;
  const { origin, protocol, hostname } = new URL(url);
  if (isOffline()) {
    return new CallFailure("offline", Status.UNAVAILABLE, "this device is offline");
  }
  if (TOO_LATE.includes(causeOf(cause)?.code ?? "")) {
    return new CallFailure("timeout", Status.DEADLINE_EXCEEDED, `Node's fetch gave up${causeText(cause)}`);
  }
  if (isHttpsPage() && protocol === "http:" && !LOOPBACK.test(hostname)) {
    const text = `browsers don't let an https page call an http address such as ${origin} (mixed content)`;
    return new CallFailure("proxy-unreachable", Status.UNAVAILABLE, text);
  }
  const detail = causeText(cause);
  const seen = await look(url, emptyCall(request), signal);
  // A page is told no more than that there was a redirect.
  const location = seen?.type === "opaqueredirect" ? "" : seen?.headers.get("location");
  if (location != null) return redirected(url, location);
  if (!seen) {
    if (!(await look(`${origin}/healthz`, { mode: "no-cors" }, signal))) {
      return new CallFailure("proxy-unreachable", Status.UNAVAILABLE, `no answer from ${origin}${detail}`);
    }
    if (isForeign(url)) {
      const headers = new Headers(request.headers);
      headers.delete(GRPC_ENCODING);
      const isPacked = request.headers.has(GRPC_ENCODING);
      if (isPacked && (await look(url, emptyCall({ ...request, headers }), signal))) {
        return new CallFailure(
          "cors",
          Status.UNAVAILABLE,
          `${origin} answers, but takes no ${GRPC_ENCODING} from this page (access-control-allow-headers)`,
        );
      }
      return new CallFailure(
        "cors",
        Status.UNAVAILABLE,
        `${origin} answers, but the browser hides its reply from this page (${pageOrigin()})`,
      );
    }
  }
  if (sent > SERVING_LIMIT_BYTES) {
    // Over HTTP/1.1 Envoy ends the connection of a request that is refused while it is being sent, and a browser
    // then never sees the refusal.
    return new CallFailure(
      "too-large",
      Status.RESOURCE_EXHAUSTED,
      `the connection to ${origin} was cut while sending ${sent} bytes, more than Serving accepts by default`,
    );
  }
  return new CallFailure(
    "proxy-unreachable",
    Status.UNAVAILABLE,
    `the connection to ${origin} was lost before the reply was complete${detail}`,
  );
}

/**
 * A call for no servable: refused by any server before anything runs, and read only where CORS allows this origin
 * these headers and these credentials.
 */
function emptyCall({ headers, credentials }: HttpRequest): RequestInit {
  const body = new Uint8Array(FRAME_HEADER_BYTES);
  return { method: "POST", headers, credentials, body, redirect: "manual" };
}

/** This device itself, which https pages may call by http. */
const LOOPBACK = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/** Node's `fetch` ends a call with these, by default after five minutes without a byte. */
const TOO_LATE = ["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"];

/** Node's `fetch` hides what happened (ECONNREFUSED …) in the cause; browsers say nothing. */
function causeOf(error: unknown): { code?: string; message?: string } | undefined {
  return (error as Error).cause as { code?: string; message?: string } | undefined;
}

function causeText(error: unknown): string {
  const cause = causeOf(error);
  const text = cause?.code ?? cause?.message;
  return text ? ` (${text})` : "";
}

/**
 * The head of whatever answers. Any answer will do, a 404 too. This repo's proxies answer `/healthz` without
 * `cross-origin-resource-policy`, which on a page's own files would have the browser hide even an opaque reply.
 */
async function look(url: string, how: RequestInit, signal: AbortSignal): Promise<Response | undefined> {
  const ends = callSignal(signal, LOOK_MS);
  try {
    const options: RequestInit = { credentials: "omit", cache: "no-store", redirect: "follow", ...how };
    const reply = await fetch(url, { ...options, signal: ends.signal });
    await reply.body?.cancel();
    return reply;
  } catch {
    return undefined;
  } finally {
    ends.dispose();
  }
}
