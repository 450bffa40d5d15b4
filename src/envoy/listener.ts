/** Where browsers come in: the listener in Envoy's configuration, its limits and its filters, in their order. */

import { CALL_SECONDS, HEALTH_PATH } from "../proxy-policy/index.ts";
import { GRPC_MESSAGE, GRPC_STATUS, PREDICT_PATH, Status } from "../wire/index.ts";
import { BUFFER_BYTES } from "./clusters.ts";
import { jwtFilter, keysReply } from "./jwt.ts";
import { loginFilter, loginReply, siteScheme } from "./login.ts";
import type { CheckedOptions, TlsFiles } from "./options.ts";
import { ownHost } from "./origins.ts";
import { routeConfig, setHeader } from "./routes.ts";
import { endpoint, indent, quote } from "./yaml.ts";

const FILTER = "type.googleapis.com/envoy.extensions.filters.http";

/** The list under `listeners:`. */
export function listeners(options: CheckedOptions): string {
  const { listen, tls } = options;
  return `- name: browsers
  address: ${endpoint(listen)}
  # A second Envoy on the same port is then an error, not one that silently takes half of the calls.
  enable_reuse_port: false
  # Above the edge guide's 32 KiB for the same reason as the workers'.
  per_connection_buffer_limit_bytes: ${BUFFER_BYTES}
  filter_chains:
  - transport_socket_connect_timeout: 10s${tls ? `\n${indent(4, downstreamTls(tls))}` : ""}
    filters:
    - name: envoy.filters.network.http_connection_manager
      typed_config:
        "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
        stat_prefix: browsers
${indent(8, connectionManager(options))}
        http_filters:
${indent(8, httpFilters(options))}
        local_reply_config:
          mappers:
${indent(10, replies(options))}
        access_log:
${indent(8, accessLog())}
        route_config:
${indent(10, routeConfig(options))}`;
}

function connectionManager({ identity, tls }: CheckedOptions): string {
  return `${identity?.login && !tls ? siteScheme(identity.login) : ""}# What a request says of itself is not believed: this is the edge.
use_remote_address: true
normalize_path: true
merge_slashes: true
# Only exact paths lead to Serving, so an escaped slash is nobody's honest request.
path_with_escaped_slashes_action: REJECT_REQUEST
# Nothing is added, and the routes remove what an upstream says.
server_header_transformation: PASS_THROUGH
common_http_protocol_options:
  headers_with_underscores_action: REJECT_REQUEST
  # A connection without requests.
  idle_timeout: 600s
request_headers_timeout: 10s
# The whole upload.
request_timeout: ${CALL_SECONDS}s
# A model may be silent as long as a call may last.
stream_idle_timeout: ${CALL_SECONDS + 10}s
http2_protocol_options:
  max_concurrent_streams: 100
  # The edge guide's 64 KiB and 1 MiB hold an upload of 100 MB to the speed of one window for each round trip. What
  # these cost in memory is bounded by the buffer limit, not by the windows.
  initial_stream_window_size: 16777216
  initial_connection_window_size: 67108864`;
}

/** CORS first, so that every later refusal can be read by the pages that may; the router is always last. */
function httpFilters(options: CheckedOptions): string {
  return `- name: envoy.filters.http.cors
  typed_config:
    "@type": ${FILTER}.cors.v3.Cors
# Does nothing of itself: the route of Predict has the figures.
- name: envoy.filters.http.local_ratelimit
  typed_config:
    "@type": ${FILTER}.local_ratelimit.v3.LocalRateLimit
    stat_prefix: none
${identityFilter(options)}- name: envoy.filters.http.grpc_web
  typed_config:
    "@type": ${FILTER}.grpc_web.v3.GrpcWeb
# For the app's texts. Its default types include gRPC-Web's, so calls switch it off below: photos and tensors gain nothing.
- name: envoy.filters.http.compressor
  typed_config:
    "@type": ${FILTER}.compressor.v3.Compressor
    compressor_library:
      name: gzip
      typed_config:
        "@type": type.googleapis.com/envoy.extensions.compression.gzip.compressor.v3.Gzip
- name: envoy.filters.http.health_check
  typed_config:
    "@type": ${FILTER}.health_check.v3.HealthCheck
    pass_through_mode: false
    headers:
    - name: ":path"
      string_match: { exact: ${HEALTH_PATH} }${options.localPages ? `\n    - ${indent(6, ownHost(options)).trimStart()}` : ""}
    cluster_min_healthy_percentages:
      serving: { value: 1 }
- name: envoy.filters.http.router
  typed_config:
    "@type": ${FILTER}.router.v3.Router`;
}

function identityFilter({ identity }: CheckedOptions): string {
  if (!identity) return "";
  const filter = identity.token ? jwtFilter(identity.token) : loginFilter(identity.login);
  return `${filter}\n`;
}

function replies({ identity }: CheckedOptions): string {
  const all = [healthReply(200, "up"), healthReply(503, "down"), timeoutReplies()];
  if (identity?.token) all.push(keysReply);
  if (identity?.login) all.push(loginReply);
  return all.join("\n");
}

/** The health_check filter answers without a body; this gives it the bridge's. */
function healthReply(status: number, worker: string): string {
  return `- filter:
    and_filter:
      filters:
      - header_filter:
          header: { name: ":path", string_match: { exact: ${HEALTH_PATH} } }
      - status_code_filter:
          comparison: { op: EQ, value: { default_value: ${status}, runtime_key: unused } }
  headers_to_add:
  - header: { key: cache-control, value: no-store }
  body_format_override:
    text_format_source: { inline_string: '{"proxy":"envoy","worker":"${worker}"}' }
    content_type: application/json`;
}

/** Envoy's own switch for the right code of a timeout exists from 1.38 only; this does the same on every version. */
function timeoutReplies(): string {
  return `# The grpc_web filter makes UNAVAILABLE of a timeout, and clients try that again. Without a body it
# leaves the headers alone.
${timeoutReply(504, "deadline exceeded: the call took longer than allowed")}
# An upload slower than request_timeout, or silent for stream_idle_timeout. Of a 408 on a connection that was used
# before, Chromium believes that it was meant for nobody, and sends the whole upload a second time.
${timeoutReply(408, "deadline exceeded: the upload took longer than allowed")}`;
}

function timeoutReply(status: number, message: string): string {
  return `- filter:
    and_filter:
      filters:
      - header_filter:
          header: { name: ":path", string_match: { prefix: ${PREDICT_PATH} } }
      - status_code_filter:
          comparison: { op: EQ, value: { default_value: ${status}, runtime_key: unused } }
  status_code: 504
  body: { inline_string: "" }
  headers_to_add:
${indent(2, setHeader(GRPC_STATUS, String(Status.DEADLINE_EXCEEDED)))}
${indent(2, setHeader(GRPC_MESSAGE, message))}`;
}

/** One line of JSON for each request; no bodies, no query, no credentials. */
function accessLog(): string {
  return `- name: envoy.access_loggers.stdout
  typed_config:
    "@type": type.googleapis.com/envoy.extensions.access_loggers.stream.v3.StdoutAccessLog
    log_format:
      json_format:
        time: "%START_TIME%"
        id: "%REQ(X-REQUEST-ID)%"
        client: "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%"
        origin: "%REQ(ORIGIN)%"
        method: "%REQ(:METHOD)%"
        path: "%PATH(NQ)%"
        protocol: "%PROTOCOL%"
        http_status: "%RESPONSE_CODE%"
        grpc_status: "%GRPC_STATUS_NUMBER%"
        flags: "%RESPONSE_FLAGS%"
        details: "%RESPONSE_CODE_DETAILS%"
        bytes_received: "%BYTES_RECEIVED%"
        bytes_sent: "%BYTES_SENT%"
        duration_ms: "%DURATION%"
        worker: "%UPSTREAM_HOST%"
        tries: "%UPSTREAM_REQUEST_ATTEMPT_COUNT%"`;
}

function downstreamTls({ certificate, privateKey }: TlsFiles): string {
  return `transport_socket:
  name: envoy.transport_sockets.tls
  typed_config:
    "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext
    common_tls_context:
      # HTTP/2 lifts the six connections that a browser opens to an origin.
      alpn_protocols: [h2, http/1.1]
      tls_params: { tls_minimum_protocol_version: TLSv1_2 }
      tls_certificates:
      - certificate_chain: { filename: ${quote(certificate)} }
        private_key: { filename: ${quote(privateKey)} }`;
}
