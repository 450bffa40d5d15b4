/**
 * Who may call: the browser's same-origin rule, told to the browser (CORS) and enforced here as well, so that
 * no page of another site can make a developer's machine run a model.
 */
import type { IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";
import { isLocalName, isLoopback } from "../machine/index.ts";
import { LOCAL_ORIGIN } from "./local-pages.ts";
import { hostsOf, parseOrigin } from "./origin.ts";

/** `origin` is set when the request is from another origin that may call: it gets CORS headers. */
type Verdict = { allowed: true; origin?: string } | { allowed: false; reason: string };

type OriginPolicy = (request: IncomingMessage) => Verdict;

export interface AllowedPages {
  /** Other origins than the page's own that may call, exactly as browsers write them: `"http://localhost:5173"`. */
  origins?: readonly string[];
  /** Every page of this machine may call, whatever its port. For a proxy that only this machine can reach. */
  localPages?: boolean;
  /** How the proxy was started, up to its options, for the advice in a refusal: `"npm start --"`. */
  command?: string;
}

/**
 * Allows requests without `Origin` (not from a page), from the page's own origin, and from the allowed ones.
 *
 * A name that resolves to 127.0.0.1 makes a foreign page same-origin with this server (DNS rebinding), so a
 * connection that came in on a loopback address must also name a loopback host, or the host of a listed origin.
 * @throws TypeError for what is no origin
 */
export function createOriginPolicy({
  origins = [],
  localPages = false,
  command,
}: AllowedPages): OriginPolicy {
  const listed = new Set(origins.map(parseOrigin));
  const listedHosts = new Set(hostsOf(origins));
  const local = new RegExp(LOCAL_ORIGIN);
  const advice = (origin: string) =>
    `start with --origin ${origin}${command === undefined ? "" : ` (${command} --origin ${origin})`}`;

  return (request) => {
    const own = ownOrigin(request);
    if (own === undefined) return { allowed: false, reason: "the request names no host" };
    const { hostname } = new URL(own);
    if (
      isLoopback(request.socket.localAddress ?? "::1") &&
      !isLocalName(hostname) &&
      !listedHosts.has(hostname)
    ) {
      const reason = `host ${hostname} is not this machine: call localhost, or ${advice(own)}`;
      return { allowed: false, reason };
    }
    const { origin } = request.headers;
    if (origin === undefined || origin === own) return { allowed: true };
    if (listed.has(origin) || (localPages && local.test(origin))) return { allowed: true, origin };
    const way =
      origin === "null"
        ? "a file, or a frame in a sandbox, has none of its own; open the page from a web server"
        : advice(origin);
    return { allowed: false, reason: `origin ${origin} is not allowed here: ${way}` };
  };
}

function ownOrigin(request: IncomingMessage): string | undefined {
  const scheme = (request.socket as TLSSocket).encrypted ? "https" : "http";
  const url = `${scheme}://${request.headers.host ?? ""}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
