/**
 * Who may call: the browser's same-origin rule, told to the browser (CORS) and enforced here as well, so that
 * no page of another site can make a developer's machine run a model.
 */
import type { IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";
import { isLocalName, isLoopback } from "../machine/index.ts";

/** `origin` is set when the request is from another origin that is on the list: it gets CORS headers. */
type Verdict = { allowed: true; origin?: string } | { allowed: false; reason: string };

type OriginPolicy = (request: IncomingMessage) => Verdict;

/**
 * Checks that a text is an origin as browsers send it: scheme, host and, when not the default, port.
 * @throws TypeError naming the text and the origin that was probably meant.
 */
export function checkOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : "null";
  if (origin === text && /^https?:/.test(text)) return text;
  const meant = /^https?:/.test(origin) ? origin : "http://localhost:5173";
  throw new TypeError(`${JSON.stringify(text)} is not an origin: write it as browsers do, such as ${meant}`);
}

/**
 * Allows requests without `Origin` (not from a page), from the page's own origin, and from the listed ones.
 *
 * A name that resolves to 127.0.0.1 makes a foreign page same-origin with this server (DNS rebinding), so a
 * connection that came in on a loopback address must also name a loopback host, or the host of a listed origin.
 */
export function createOriginPolicy(origins: readonly string[]): OriginPolicy {
  const listed = new Set(origins.map(checkOrigin));
  const listedHosts = new Set(origins.map((origin) => new URL(origin).hostname));

  return (request) => {
    const own = ownOrigin(request);
    if (own === undefined) return { allowed: false, reason: "the request names no host" };
    const { hostname } = new URL(own);
    if (
      isLoopback(request.socket.localAddress ?? "::1") &&
      !isLocalName(hostname) &&
      !listedHosts.has(hostname)
    ) {
      return {
        allowed: false,
        reason: `host ${hostname} is not this machine: call localhost, or start with --origin ${own}`,
      };
    }
    const { origin } = request.headers;
    if (origin === undefined || origin === own) return { allowed: true };
    if (listed.has(origin)) return { allowed: true, origin };
    return {
      allowed: false,
      reason: `origin ${origin} is not allowed here: start with --origin ${origin === "null" ? "<its origin>" : origin}`,
    };
  };
}

function ownOrigin(request: IncomingMessage): string | undefined {
  const scheme = (request.socket as TLSSocket).encrypted ? "https" : "http";
  const url = `${scheme}://${request.headers.host ?? ""}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
