/**
 * Pages of this machine: what their origins and hosts look like, as regular expressions that JavaScript and Envoy's
 * RE2 read alike. Anchored, since a stranger may own localhost.example and 127.0.0.1.example.
 */

/** Names and addresses that browsers take for this machine, as they write them. */
const HOST = String.raw`(?:(?:[a-z0-9_-]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])`;
const PORT = String.raw`(?::\d{1,5})?`;

export const LOCAL_ORIGIN = `^https?://${HOST}${PORT}$`;

/** Matches a `Host` that names this machine, or one of `others`, whatever the port. */
export function hostPattern(others: readonly string[]): string {
  const hosts = [HOST, ...others.map((host) => host.replace(/[^a-z0-9]/gi, "\\$&"))];
  return `^(?:${hosts.join("|")})${PORT}$`;
}
