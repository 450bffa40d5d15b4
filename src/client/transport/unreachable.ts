/**
 * `fetch` says "failed" for a dead proxy, a refused origin and a lost connection alike. A second, harmless look
 * tells them apart as far as a page can: an opaque GET is answered by any live server, whatever its CORS rules.
 */

import { Status } from "../wire/status.ts";
import { CallFailure } from "./call-failure.ts";

/** How long the second look may take. */
const LOOK_MS = 3000;

/** What a call that `fetch` gave up with a `TypeError` died of. */
export async function explainFetchFailure(url: string, cause: unknown): Promise<CallFailure> {
  const failure = await diagnose(url, cause);
  failure.cause = cause;
  return failure;
}

async function diagnose(url: string, cause: unknown): Promise<CallFailure> {
  if (globalThis.navigator?.onLine === false) {
    return new CallFailure("offline", Status.UNAVAILABLE, "this device is offline");
  }
  const { origin } = new URL(url);
  const detail = causeText(cause);
  if (!(await answers(origin))) {
    return new CallFailure("proxy-unreachable", Status.UNAVAILABLE, `no answer from ${origin}${detail}`);
  }
  const pageOrigin = globalThis.location?.origin;
  if (pageOrigin !== undefined && pageOrigin !== origin) {
    return new CallFailure(
      "cors",
      Status.UNAVAILABLE,
      `${origin} answers, but the browser keeps its reply from this page (${pageOrigin})`,
    );
  }
  return new CallFailure(
    "proxy-unreachable",
    Status.UNAVAILABLE,
    `the connection to ${origin} was lost before the reply was complete${detail}`,
  );
}

/** Node's `fetch` hides what happened (ECONNREFUSED …) in the cause; browsers say nothing. */
function causeText(error: unknown): string {
  const cause = (error as Error).cause as { code?: string; message?: string } | undefined;
  const text = cause?.code ?? cause?.message;
  return text ? ` (${text})` : "";
}

/**
 * Any answer will do, a 404 too. This repo's proxies answer this path without `cross-origin-resource-policy`, which
 * on a page's own files would have the browser hide even an opaque reply.
 */
async function answers(origin: string): Promise<boolean> {
  try {
    const options = { mode: "no-cors", credentials: "omit", cache: "no-store", redirect: "follow" } as const;
    const reply = await fetch(`${origin}/healthz`, { ...options, signal: AbortSignal.timeout(LOOK_MS) });
    await reply.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
