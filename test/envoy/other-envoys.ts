/** Envoys as others configure them: gRPC-Web to gRPC, and what a test adds. */

import { freePort } from "../bridge/parts.ts";
import { runEnvoy } from "./proxies.ts";

export interface Additions {
  /** Filters before grpc_web, which makes gRPC of calls; each by {@link filter}. */
  before?: string;
  /** Filters between grpc_web and the router. */
  after?: string;
  /** Options of the connection manager. */
  manager?: string;
  /** In the place of the route to the worker. */
  action?: string;
}

const TYPE = "type.googleapis.com/envoy.extensions.filters.http";

/** One filter, by its name in Envoy's type of it. */
export function filter(name: string, type: string, settings = ""): string {
  const fields = settings === "" ? "" : `, ${settings}`;
  return `
          - name: envoy.filters.http.${name}
            typed_config: { "@type": ${TYPE}.${name}.v3.${type}${fields} }`;
}

/** Its address. It ends with the test that started it. */
export async function startOtherEnvoy(worker: string, additions: Additions = {}): Promise<string> {
  const {
    before = "",
    after = "",
    manager = "",
    action = "route: { cluster: serving, timeout: 10s }",
  } = additions;
  const [host, workerPort] = worker.split(":");
  const port = await freePort();
  await runEnvoy(`
static_resources:
  clusters:
  - name: serving
    load_assignment:
      cluster_name: serving
      endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: { address: ${host}, port_value: ${workerPort} } } } }] }]
    typed_extension_protocol_options:
      envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
        "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
        explicit_http_config: { http2_protocol_options: {} }
  listeners:
  - address: { socket_address: { address: 127.0.0.1, port_value: ${port} } }
    filter_chains:
    - filters:
      - name: envoy.filters.network.http_connection_manager
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
          stat_prefix: others
          ${manager}
          http_filters:${before}${filter("grpc_web", "GrpcWeb")}${after}${filter("router", "Router")}
          route_config:
            virtual_hosts: [{ name: all, domains: ["*"], routes: [{ match: { prefix: / }, ${action} }] }]
`);
  return `http://127.0.0.1:${port}`;
}
