#!/usr/bin/env bash
# mindspore-serving 2.0.2, RESTful interface: a JSON integer always becomes an int32, and one that does not fit wraps
# around in silence, with HTTP 200: 12345678901 arrives as -539222987. The Python client over gRPC sends the same
# Python int as an int64, so one method works over gRPC and computes nonsense over REST.
#
# Seen:
#   REST: {"instances":[{"out":-539222987}]}
#   gRPC: 12345678901
set -euo pipefail
cd "$(mktemp -d)"
"${SERVING_PYTHON:-python3.9}" -m venv venv
venv/bin/pip install -q mindspore-serving==2.0.2 numpy==1.23.5 protobuf==3.20.3 grpcio==1.47.0 psutil==7.2.2 packaging==26.3
mkdir -p servables/demo
cat >servables/demo/servable_config.py <<'PY'
from mindspore_serving.server import register


def same(a):
    return a


@register.register_method(output_names=["out"])
def echo(a):
    return register.add_stage(same, a, outputs_count=1)
PY
cat >run.py <<'PY'
import os
import sys
from urllib.request import Request, urlopen
from mindspore_serving import server
from mindspore_serving.client import Client

grpc, rest = ("127.0.0.1:" + port for port in sys.argv[1:])
server.start_servables(server.ServableStartConfig(os.path.abspath("servables"), "demo", num_parallel_workers=1))
server.start_grpc_server(grpc)
server.start_restful_server(rest)
body = b'{"instances": [{"a": 12345678901}]}'
with urlopen(Request("http://%s/model/demo:echo" % rest, body)) as reply:
    assert reply.status == 200
    print("REST:", reply.read().decode())
print("gRPC:", Client(grpc, "demo", "echo").infer({"a": 12345678901})[0]["out"].item())
server.stop()
PY
port=$((20000 + RANDOM % 20000))
venv/bin/python run.py "$port" "$((port + 1))" 2>/dev/null | grep -v '^Serving: ' | tee seen
diff seen - <<'SEEN'
REST: {"instances":[{"out":-539222987}]}
gRPC: 12345678901
SEEN
echo "as found"
