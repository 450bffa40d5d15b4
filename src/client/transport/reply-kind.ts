/** Which kind of failure a reply's statuses and texts are: those of gRPC, and HTTP's, by which gateways speak. */

import { Status } from "../../wire/index.ts";
import type { ErrorKind } from "../errors/error-kinds.ts";
import { ABOUT_HEADERS } from "../errors/hint-of.ts";

/** HTTP statuses by which a gateway speaks for itself, those of nginx, Cloudflare, IIS and AWS among them. */
const BY_HTTP: readonly (readonly [kind: ErrorKind, ...statuses: number[]])[] = [
  ["unauthorized", 401, 403, 419, 440, 511, 561],
  ["timeout", 408, 504, 524, 598, 599],
  ["too-large", 413],
  ["refused", 426, 431, 505],
  ["queue-full", 429, 529],
];

/** The kind of a failure that a gateway tells by its HTTP status; `undefined` for one that any web server may give. */
export function kindOfHttp(status: number, text: string): ErrorKind | undefined {
  const told = BY_HTTP.find(([, ...statuses]) => statuses.includes(status));
  if (told) return told[0];
  if (status === 400 && ABOUT_HEADERS.test(text)) return "refused";
  return status === 425 || (status >= 500 && status < 600 && status !== 501) ? "worker-down" : undefined;
}

/** What tells a size limit from a limit on calls: both are gRPC's RESOURCE_EXHAUSTED, and both "exceed". */
const ABOUT_SIZE = /larger|too (large|big|long)|size|payload|bytes/i;
const ABOUT_RATE = /rate.?limit|quota|concurren|too many/i;

/** The kind of a failed call, from its gRPC status, its text, and the HTTP status where that says more. */
export function kindOfStatus(code: number, text: string, httpStatus = 200): ErrorKind {
  const byHttp = kindOfHttp(httpStatus, "");
  switch (code) {
    case Status.CANCELLED:
      return "cancelled";
    case Status.DEADLINE_EXCEEDED:
      return "timeout";
    case Status.RESOURCE_EXHAUSTED:
      if (byHttp === "too-large" || byHttp === "queue-full") return byHttp;
      if (ABOUT_HEADERS.test(text)) return "refused";
      return ABOUT_SIZE.test(text) && !ABOUT_RATE.test(text) ? "too-large" : "queue-full";
    case Status.PERMISSION_DENIED:
    case Status.UNAUTHENTICATED:
      return "unauthorized";
    case Status.UNIMPLEMENTED:
      // A server that can't unpack what `compress` has packed.
      return /compress/i.test(text) ? "refused" : "not-grpc-web";
    case Status.UNAVAILABLE:
      if (/upstream request timeout/i.test(text)) return "timeout";
      return byHttp ?? (ABOUT_RATE.test(text) ? "queue-full" : "worker-down");
    // What a proxy makes of an HTTP status of its own that gRPC has no word for.
    case Status.UNKNOWN:
    case Status.INTERNAL:
      return byHttp ?? "refused";
    default:
      return "refused";
  }
}
