/**
 * Writes the configuration of a real Envoy, complete and with comments. `envoy.yaml` at the top of the repository
 * is the output for the defaults; a test holds the two together.
 */
import { clusters } from "./clusters.ts";
import { listeners } from "./listener.ts";
import { loginNode, loginRuntime } from "./login.ts";
import { checkEnvoyOptions, type EnvoyConfigOptions } from "./options.ts";
import { endpoint, indent } from "./yaml.ts";

/** Connections from browsers at a time; an idle one costs little. */
const MAX_CONNECTIONS = 10_000;

/** Memory that Envoy may take, in bytes. */
const MAX_HEAP_BYTES = 2_147_483_648;

/**
 * The configuration, for Envoy 1.36 to 1.40.
 * @throws TypeError that names what is wrong with an option.
 */
export function envoyConfig(options: EnvoyConfigOptions = {}): string {
  const checked = checkEnvoyOptions(options);
  return `# Envoy for MindSpore Serving in the browser: gRPC-Web in, gRPC out, and the app on the same origin.
# Written by the command "envoy" of mindspore-serving-web, for Envoy 1.36 to 1.40. What differs between installations:
#
#   cluster "serving"   endpoints                   gRPC ports of the Serving workers      --worker
#   cluster "app"       endpoints                   HTTP server of the built app           --app
#   listener            address                     where browsers come in                 --listen
#   virtual host        allow_origin_string_match   pages of other origins that may call   --origin
#   listener            transport_socket            HTTPS                                  --tls-cert, --tls-key
#   cluster "serving"   transport_socket            TLS to the workers                     --worker-ca …
#   listener            http_filters                who may call                           --jwt-issuer …, --oidc …
${checked.identity?.login ? `\n${loginNode}\n` : ""}
static_resources:
  clusters:
${indent(2, clusters(checked))}

  listeners:
${indent(2, listeners(checked))}

${
  checked.admin
    ? `# For this machine only: it can stop Envoy.
admin:
  address: ${endpoint(checked.admin)}`
    : "# No admin: nothing here needs it, and what is not there can't be reached."
}

layered_runtime:
  layers:
  - name: limits
    static_layer:
      envoy.resource_limits.listener.browsers.connection_limit: ${MAX_CONNECTIONS}${checked.identity?.login ? `\n${indent(6, loginRuntime)}` : ""}

overload_manager:
  refresh_interval: 0.25s
  resource_monitors:
  - name: envoy.resource_monitors.fixed_heap
    typed_config:
      "@type": type.googleapis.com/envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig
      max_heap_size_bytes: ${MAX_HEAP_BYTES}
  - name: envoy.resource_monitors.global_downstream_max_connections
    typed_config:
      "@type": type.googleapis.com/envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig
      max_active_downstream_connections: ${MAX_CONNECTIONS}
  actions:
  - name: envoy.overload_actions.shrink_heap
    triggers:
    - { name: envoy.resource_monitors.fixed_heap, threshold: { value: 0.95 } }
  - name: envoy.overload_actions.stop_accepting_requests
    triggers:
    - { name: envoy.resource_monitors.fixed_heap, threshold: { value: 0.98 } }
`;
}
