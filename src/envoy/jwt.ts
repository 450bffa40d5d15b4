/** Envoy's filter that asks calls for a token. */

import { isAddress, type TokenOptions } from "./identity.ts";
import { indent, quote } from "./yaml.ts";

export function jwtFilter({ issuer, jwks, audiences, clockSkewSeconds }: Required<TokenOptions>): string {
  const whom =
    audiences.length > 0
      ? `audiences: [${audiences.map(quote).join(", ")}]`
      : "# No audience: tokens that this issuer made for somebody else are let in, too.";
  return `# Behind cors, which answers preflights and lets pages read the refusal.
- name: envoy.filters.http.jwt_authn
  typed_config:
    "@type": type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication
    providers:
      issuer:
        issuer: ${quote(issuer)}
        ${whom}
        require_expiration: true
        clock_skew_seconds: ${clockSkewSeconds}
        # Only there: of itself the filter looks for one in the query too, which logs and histories keep.
        from_headers: [{ name: authorization, value_prefix: "Bearer " }]
${indent(8, keys(jwks))}
    rules:
    - match: { prefix: / }
      requires: { provider_name: issuer }`;
}

/** The filter has 401 for it, as if the caller were to blame. Of 500 the client knows that it may pass. */
export const keysReply = `# The issuer's keys could not be fetched: nobody's token is to blame.
- filter:
    extension_filter:
      name: envoy.access_loggers.extension_filters.cel
      typed_config:
        "@type": type.googleapis.com/envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter
        expression: "response.code_details.startsWith('jwt_authn_access_denied{Jwks_remote_fetch')"
  status_code: 500
  body: { inline_string: "the keys of the tokens' issuer can't be fetched" }`;

function keys(jwks: string): string {
  if (!isAddress(jwks)) return `local_jwks: { filename: ${quote(jwks)} }`;
  return `remote_jwks:
  http_uri: { uri: ${quote(jwks)}, cluster: issuer, timeout: 5s }
  cache_duration: 300s
  # Before the first call comes, and again before the keys grow old.
  async_fetch: {}
  retry_policy: { num_retries: 2 }`;
}
