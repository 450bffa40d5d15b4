/**
 * Writes the configuration of a real Envoy, complete and with comments. `envoy.yaml` at the top of the repository
 * is the output for the defaults; a test holds the two together.
 */
import { isIP } from "node:net";
import { PREDICT_PATH } from "../client/wire/status.ts";
import { type Address, checkAddress, parseAddress } from "./address.ts";
import { HEALTH_PATH } from "./bridge.ts";
import { ALLOWED_HEADERS, ALLOWED_METHODS, EXPOSED_HEADERS, MAX_AGE_SECONDS } from "./cors.ts";
import { endpoint, indent, quote } from "./envoy-yaml.ts";
import { checkOrigin } from "./origin-policy.ts";

export interface EnvoyConfigOptions {
  /** Where browsers come in; an IP address. Default 127.0.0.1:8080. */
  listen?: Address;
  /** Serving workers, `host:port` each; calls are spread over them. Default one, 127.0.0.1:5500. */
  workers?: readonly string[];
  /** Other origins than the page's own that may call. Default none. */
  origins?: readonly string[];
  /** The HTTP server of the built app. Default 127.0.0.1:8081. */
  app?: Address;
}

/** Longest call, in seconds, upload and all; as in the bridge. */
const CALL_SECONDS = 300;

/**
 * The configuration, for Envoy 1.36 to 1.40.
 * @throws TypeError for an address or an origin that is none, for a `listen` host that is a name, for no worker.
 */
export function envoyConfig(options: EnvoyConfigOptions = {}): string {
  const listen = checkAddress(options.listen ?? { host: "127.0.0.1", port: 8080 });
  if (isIP(listen.host) === 0)
    throw new TypeError(`Envoy listens on an IP address, not on ${quote(listen.host)}`);
  const workers = (options.workers ?? ["127.0.0.1:5500"]).map(parseAddress);
  if (workers.length === 0) throw new TypeError("Envoy needs at least one worker: --worker 127.0.0.1:5500");
  const app = checkAddress(options.app ?? { host: "127.0.0.1", port: 8081 });
  const origins = (options.origins ?? []).map(checkOrigin);

  return `# Envoy for MindSpore Serving in the browser: gRPC-Web in, gRPC out, and the app on the same origin.
# Written by src/proxy/envoy-config.ts, for Envoy 1.36 to 1.40. What differs between installations:
#
#   cluster "serving"   endpoints                   gRPC ports of the Serving workers
#   cluster "app"       endpoints                   HTTP server of the built app
#   listener            address                     where browsers come in
#   virtual host        allow_origin_string_match   pages of other origins that may call

static_resources:
  clusters:
  - name: serving
    load_assignment:
      cluster_name: serving
      endpoints:
      - lb_endpoints:
${indent(8, workers.map((worker) => `- endpoint: { address: ${endpoint(worker)} }`).join("\n"))}
${indent(4, discovery(workers))}
    connect_timeout: 5s
    typed_extension_protocol_options:
      envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
        "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
        explicit_http_config:
          http2_protocol_options:
            initial_stream_window_size: 16777216
            initial_connection_window_size: 67108864
    # TCP: not every release of Serving answers gRPC's health service.
    health_checks:
    - tcp_health_check: {}
      timeout: 1s
      interval: 5s
      no_traffic_interval: 5s
      unhealthy_interval: 1s
      unhealthy_threshold: 1
      healthy_threshold: 1
  - name: app
    load_assignment:
      cluster_name: app
      endpoints:
      - lb_endpoints:
        - endpoint: { address: ${endpoint(app)} }
${indent(4, discovery([app]))}
    connect_timeout: 1s

  listeners:
  - name: browsers
    address: ${endpoint(listen)}
    # A second program on this port is an error, and not one that takes half of the connections.
    enable_reuse_port: false
    filter_chains:
    - filters:
      - name: envoy.filters.network.http_connection_manager
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
          stat_prefix: browsers
          server_header_transformation: PASS_THROUGH
          # A model may be silent as long as a call may last.
          stream_idle_timeout: ${CALL_SECONDS + 10}s
          http2_protocol_options:
            initial_stream_window_size: 16777216
            initial_connection_window_size: 67108864
          http_filters:
          - name: envoy.filters.http.cors
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors
          - name: envoy.filters.http.grpc_web
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.http.grpc_web.v3.GrpcWeb
          - name: envoy.filters.http.health_check
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.http.health_check.v3.HealthCheck
              pass_through_mode: false
              headers:
              - name: ":path"
                string_match: { exact: ${HEALTH_PATH} }
              cluster_min_healthy_percentages:
                serving: { value: 1 }
          - name: envoy.filters.http.router
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
          local_reply_config:
            mappers:
${indent(12, healthReply(200, "up"))}
${indent(12, healthReply(503, "down"))}
            # The grpc_web filter makes UNAVAILABLE of a timeout, and clients try that again. Without a body it
            # leaves the headers alone.
            - filter:
                and_filter:
                  filters:
                  - header_filter:
                      header: { name: ":path", string_match: { prefix: ${PREDICT_PATH} } }
                  - status_code_filter:
                      comparison: { op: EQ, value: { default_value: 504, runtime_key: unused } }
              body: { inline_string: "" }
              headers_to_add:
              - header: { key: grpc-status, value: "4" }
                append_action: OVERWRITE_IF_EXISTS_OR_ADD
              - header: { key: grpc-message, value: "deadline exceeded: the call took longer than allowed" }
                append_action: OVERWRITE_IF_EXISTS_OR_ADD
          route_config:
            name: browsers
            virtual_hosts:
            - name: browsers
              domains: ["*"]
              typed_per_filter_config:
                envoy.filters.http.cors:
                  "@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy
                  allow_origin_string_match:${originMatches(origins)}
                  allow_methods: ${ALLOWED_METHODS}
                  allow_headers: ${ALLOWED_HEADERS.join(", ")}
                  # Without these a page of another origin cannot read an error that comes in headers.
                  expose_headers: ${EXPOSED_HEADERS.join(", ")}
                  max_age: "${MAX_AGE_SECONDS}"
                  forward_not_matching_preflights: false
              routes:
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
                    grpc_timeout_header_max: ${CALL_SECONDS}s
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
                - header: { key: allow, value: "${ALLOWED_METHODS}" }
              - match:
                  prefix: /
                  headers:
                  - name: ":method"
                    string_match: { safe_regex: { regex: GET|HEAD } }
                route:
                  cluster: app
              - match: { prefix: / }
                direct_response: { status: 405 }
                response_headers_to_add:
                - header: { key: allow, value: "GET, HEAD" }

overload_manager:
  resource_monitors:
  - name: envoy.resource_monitors.global_downstream_max_connections
    typed_config:
      "@type": type.googleapis.com/envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig
      max_active_downstream_connections: 1024
`;
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

function originMatches(origins: readonly string[]): string {
  if (origins.length === 0) return " []";
  return origins.map((origin) => `\n                  - exact: ${quote(origin)}`).join("");
}

/** Names are looked up by DNS again and again; addresses are what they are. */
function discovery(addresses: readonly Address[]): string {
  if (addresses.every(({ host }) => isIP(host) !== 0)) return "type: STATIC";
  return `cluster_type:
  name: envoy.cluster.dns
  typed_config:
    "@type": type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster
    dns_lookup_family: V4_PREFERRED`;
}
