/** Whose pages may call, in Envoy's configuration, and under which names of its own Envoy may be asked. */

import { hostPattern, hostsOf, LOCAL_ORIGIN } from "../proxy-policy/index.ts";
import type { CheckedOptions } from "./options.ts";
import { indent, quote } from "./yaml.ts";

/** Matches requests whose `Host` is this machine, or that of a listed origin. */
export function ownHost({ origins }: CheckedOptions): string {
  return `name: ":authority"
string_match: { safe_regex: { regex: ${quote(`(?i)${hostPattern(hostsOf(origins))}`)} } }`;
}

/** A route before all others. */
export function hostCheck(options: CheckedOptions): string {
  return `# A name of a stranger's that leads to this machine makes the stranger's page one of this origin (DNS rebinding).
- match:
    prefix: /
    headers:
    - ${indent(6, ownHost(options)).trimStart()}
      invert_match: true
  direct_response:
    status: 403
    body: { inline_string: "this host is not this machine: call localhost, or start with --origin and the page's origin" }`;
}

/** The list of pages of other origins that may call. */
export function originMatches({ origins, localPages }: CheckedOptions): string {
  const matches = origins.map((origin) => `exact: ${quote(origin)}`);
  if (localPages) matches.push(`safe_regex: { regex: ${quote(LOCAL_ORIGIN)} }`);
  return matches.length === 0 ? " []" : matches.map((match) => `\n      - ${match}`).join("");
}
