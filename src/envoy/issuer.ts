/** Where Envoy itself asks the issuer of tokens: for its keys, or whether somebody has signed in. */

import { isIP } from "node:net";
import { discovery } from "./discovery.ts";
import type { Identity } from "./identity.ts";
import { endpoint, indent, quote } from "./yaml.ts";

/** One of the list under `clusters:`. */
export function issuerCluster({ url, authority }: NonNullable<Identity["issuer"]>): string {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const https = url.protocol === "https:";
  const address = { host, port: Number(url.port) || (https ? 443 : 80) };
  return `- name: issuer
  load_assignment:
    cluster_name: issuer
    endpoints:
    - lb_endpoints:
      - endpoint: { address: ${endpoint(address)} }
${indent(2, discovery([address]))}
  connect_timeout: 5s${https ? `\n${indent(2, tls(host, authority))}` : ""}`;
}

function tls(host: string, authority: string): string {
  const isName = isIP(host) === 0;
  return `transport_socket:
  name: envoy.transport_sockets.tls
  typed_config:
    "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext${isName ? `\n    sni: ${quote(host)}` : ""}
    common_tls_context:
      validation_context:
        trusted_ca: { filename: ${quote(authority)} }
        match_typed_subject_alt_names:
        - { san_type: ${isName ? "DNS" : "IP_ADDRESS"}, matcher: { exact: ${quote(host)} } }`;
}
