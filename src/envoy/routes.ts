/** What is reachable through Envoy: one method, the health check, the app's files, and nothing else. */

import {
  ALLOWED_HEADERS,
  ALLOWED_METHODS,
  CALL_SECONDS,
  EXPOSED_HEADERS,
  HEALTH_PATH,
  MAX_AGE_SECONDS,
  SECURITY_HEADERS,
} from "../proxy-policy/index.ts";
import { PREDICT_PATH } from "../wire/index.ts";
import { GUARDED, type Guarded, type Identity } from "./identity.ts";
import { loginRoute } from "./login.ts";
import type { CheckedOptions } from "./options.ts";
import { hostCheck, originMatches } from "./origins.ts";
import { indent, quote } from "./yaml.ts";

/** One year; browsers then use HTTPS by themselves. */
const HSTS = "max-age=31536000";

/** What is under `route_config:`. */
export function routeConfig(options: CheckedOptions): string {
  const { tls, identity } = options;
  return `name: browsers
virtual_hosts:
- name: browsers
  domains: ["*"]
  response_headers_to_remove: [server, x-powered-by]${
    identity?.login
      ? "\n  # Those of the login are Envoy's alone.\n  request_headers_to_remove: [cookie]"
      : ""
  }${tls ? `\n  response_headers_to_add:\n${indent(2, setHeader("strict-transport-security", HSTS))}` : ""}
  typed_per_filter_config:
    envoy.filters.http.cors:
      "@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy
      allow_origin_string_match:${originMatches(options)}
      allow_methods: ${ALLOWED_METHODS}
      allow_headers: ${ALLOWED_HEADERS.join(", ")}
      # Without these a page of another origin cannot read an error that comes in headers.
      expose_headers: ${EXPOSED_HEADERS.join(", ")}
      # Cookies may come along: the origins above are exact, never a pattern${options.localPages ? " but this machine's" : ""}.
      allow_credentials: true
      max_age: "${MAX_AGE_SECONDS}"
      forward_not_matching_preflights: false
  routes:${options.localPages ? `\n${indent(2, hostCheck(options))}` : ""}
  - match:
      path: ${PREDICT_PATH}
      headers:
      - name: ":method"
        string_match: { exact: POST }
    route:
      cluster: serving
      # Counts from the end of the upload, and only where max_stream_duration is not set.
      timeout: ${CALL_SECONDS}s
      max_stream_duration:
        max_stream_duration: ${CALL_SECONDS}s
        # A page's own deadline counts, but no longer than this.
        grpc_timeout_header_max: ${CALL_SECONDS}s
      # Only where no worker can have begun. Bodies above the buffer limit are not kept for a second try: the
      # client's own retry sends them again.
      retry_policy:
        retry_on: connect-failure,refused-stream,reset-before-request
        num_retries: 2
        retry_back_off: { base_interval: 0.025s, max_interval: 0.25s }
        retry_host_predicate:
        - name: envoy.retry_host_predicates.previous_hosts
          typed_config:
            "@type": type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate
        host_selection_retry_max_attempts: 3
    typed_per_filter_config:
      # Else it would pack the text of Envoy's own errors, which grpc_web then moves into grpc-message as it is.
      envoy.filters.http.compressor:
        "@type": type.googleapis.com/envoy.extensions.filters.http.compressor.v3.CompressorPerRoute
        disabled: true
      envoy.filters.http.local_ratelimit:
        "@type": type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit
        stat_prefix: predict
        # For each connection: 2,000 calls at once, 1,000 a second for long.
        local_rate_limit_per_downstream_connection: true
        token_bucket: { max_tokens: 2000, tokens_per_fill: 100, fill_interval: 0.1s }
        filter_enabled: { default_value: { numerator: 100 }, runtime_key: predict_rate_limit_enabled }
        filter_enforced: { default_value: { numerator: 100 }, runtime_key: predict_rate_limit_enforced }
        response_headers_to_add:
${indent(8, setHeader("retry-after", "1"))}
  # A preflight: the cors filter answers it, but only where a route leads to a cluster.
  - match:
      path: ${PREDICT_PATH}
      headers:
      - name: ":method"
        string_match: { exact: OPTIONS }
      - name: access-control-request-method
        present_match: true
    route:
      cluster: serving
  - match: { path: ${PREDICT_PATH} }
    direct_response: { status: 405 }
    response_headers_to_add:
${indent(4, setHeader("allow", ALLOWED_METHODS))}
  # The health_check filter answers; a route of its own keeps it free of the app's headers, so that a page of another
  # origin, which may read nothing of it, still sees that somebody is there.
  - match: { path: ${HEALTH_PATH} }
    direct_response: { status: 404 }${open(identity, "all")}
${identity?.login ? `${indent(2, loginRoute)}\n` : ""}  # Serving's other services, MSWorker, MSMaster and MSAgent among them, have no route: POST ends below at 405, and
  # GET at the app, which has no such file.
  - match:
      prefix: /
      headers:
      - name: ":method"
        string_match: { safe_regex: { regex: GET|HEAD } }
    route:
      cluster: app
      timeout: 60s${open(identity, "files")}
    response_headers_to_add:
    # Pages that may call may read these files, too: elements.js and what it loads.
    - header: { key: vary, value: origin }
      append_action: APPEND_IF_EXISTS_OR_ADD
${indent(
  4,
  Object.entries(SECURITY_HEADERS)
    .map(([key, value]) => setHeader(key, value))
    .join("\n"),
)}
  - match: { prefix: / }
    direct_response: { status: 405 }
    response_headers_to_add:
${indent(4, setHeader("allow", "GET, HEAD"))}`;
}

/** For a route that is guarded from `least` on: what asks who is there is off where less is. */
function open(identity: Identity | undefined, least: Guarded): string {
  if (!identity || GUARDED.indexOf(identity.guarded) >= GUARDED.indexOf(least)) return "";
  return `
    typed_per_filter_config:
      envoy.filters.http.${identity.token ? "jwt_authn" : "oauth2"}:
        "@type": type.googleapis.com/envoy.config.route.v3.FilterConfig
        disabled: true`;
}

/** One entry of a list of headers to set, whatever was there before. */
export function setHeader(key: string, value: string): string {
  return `- header: { key: ${key}, value: ${quote(value)} }
  append_action: OVERWRITE_IF_EXISTS_OR_ADD`;
}
