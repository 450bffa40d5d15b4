/** The upstreams in Envoy's configuration: the Serving workers, the server of the app's files, and an issuer of tokens. */

import { isIP } from "node:net";
import { discovery } from "./discovery.ts";
import { issuerCluster } from "./issuer.ts";
import type { CheckedOptions, WorkerTls } from "./options.ts";
import { endpoint, indent, quote } from "./yaml.ts";

/** Bytes that Envoy holds for one connection before it stops reading, on either side. */
export const BUFFER_BYTES = 1_048_576;

/** Serving's own limit of waiting requests (`set_max_enqueued_requests`); above it a worker refuses anyway. */
const WORKER_QUEUE = 10_000;

/** The list under `clusters:`. */
export function clusters({ workers, workerTls, app, identity }: CheckedOptions): string {
  return `- name: serving
  load_assignment:
    cluster_name: serving
    endpoints:
    - lb_endpoints:
${indent(6, workers.map((worker) => `- endpoint: { address: ${endpoint(worker)} }`).join("\n"))}
${indent(2, discovery(workers))}
  # A model takes its time: whoever has least to do gets the next call.
  lb_policy: LEAST_REQUEST
  common_lb_config:
    # Calls never go to workers that are known to be down; with none left they fail at once, "no healthy upstream".
    healthy_panic_threshold: { value: 0 }
  connect_timeout: 5s
  # The edge guide's 32 KiB would slow messages of 100 MB; this is still 32 times less than one of them.
  per_connection_buffer_limit_bytes: ${BUFFER_BYTES}
  typed_extension_protocol_options:
    envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
      "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
      explicit_http_config:
        # No HTTP/2 keepalive: gRPC servers end connections that ping them more often than every five minutes.
        http2_protocol_options:
          initial_stream_window_size: 16777216
          initial_connection_window_size: 67108864
  upstream_connection_options:
    tcp_keepalive: { keepalive_probes: 3, keepalive_time: 30, keepalive_interval: 10 }
  circuit_breakers:
    thresholds:
    - priority: DEFAULT
      max_connections: 1024
      # As many as a worker lets wait.
      max_pending_requests: ${WORKER_QUEUE}
      max_requests: ${WORKER_QUEUE}
      retry_budget: { budget_percent: { value: 20 }, min_retry_concurrency: 10 }
  # TCP: not every release of Serving answers gRPC's health service.
  health_checks:
  - tcp_health_check: {}
    timeout: 1s
    interval: 2s
    no_traffic_interval: 2s
    unhealthy_interval: 1s
    unhealthy_threshold: 2
    healthy_threshold: 1
  # Between two health checks: a worker that connections fail to is left alone for a while. What a worker answers
  # does not count, since Serving's errors come in good replies.
  outlier_detection:
    split_external_local_origin_errors: true
    consecutive_local_origin_failure: 3
    enforcing_consecutive_5xx: 0
    enforcing_consecutive_gateway_failure: 0
    enforcing_success_rate: 0
    enforcing_local_origin_success_rate: 0
    interval: 2s
    base_ejection_time: 5s
    max_ejection_percent: 67
${indent(2, workerTls ? upstreamTls(workerTls) : "")}
- name: app
  load_assignment:
    cluster_name: app
    endpoints:
    - lb_endpoints:
      - endpoint: { address: ${endpoint(app)} }
${indent(2, discovery([app]))}
  connect_timeout: 1s
  per_connection_buffer_limit_bytes: ${BUFFER_BYTES}
${identity?.issuer ? issuerCluster(identity.issuer) : ""}`
    .trimEnd()
    .replace(/\n\s*\n/g, "\n");
}

function upstreamTls({ authority, name, client }: WorkerTls): string {
  const certificate = client
    ? `
      tls_certificates:
      - certificate_chain: { filename: ${quote(client.certificate)} }
        private_key: { filename: ${quote(client.privateKey)} }`
    : "";
  return `# Serving started with SSLConfig. From Envoy 1.38 on its certificate needs a keyUsage that fits a server.
transport_socket:
  name: envoy.transport_sockets.tls
  typed_config:
    "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
    sni: ${quote(name)}
    common_tls_context:
      alpn_protocols: [h2]${certificate}
      validation_context:
        trusted_ca: { filename: ${quote(authority)} }
        match_typed_subject_alt_names:
        - { san_type: ${isIP(name) ? "IP_ADDRESS" : "DNS"}, matcher: { exact: ${quote(name)} } }`;
}
