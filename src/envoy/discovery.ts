/** How Envoy finds the machines of a cluster. */

import { isIP } from "node:net";
import type { Address } from "../machine/index.ts";

/** Names are looked up by DNS again and again; addresses are what they are. */
export function discovery(addresses: readonly Address[]): string {
  if (addresses.every(({ host }) => isIP(host) !== 0)) return "type: STATIC";
  return `cluster_type:
  name: envoy.cluster.dns
  typed_config:
    "@type": type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster
    dns_lookup_family: V4_PREFERRED`;
}
