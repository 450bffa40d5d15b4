#!/usr/bin/env bash
# mindspore-serving 2.0.2: the master restarts a worker process that died only when that worker had finished a request
# before. One that is lost before its first request (an out-of-memory kill while a cluster warms up) is not replaced,
# and when it was the last one, the whole server ends itself.
#
# Seen:
#   killed after a request: answers again
#   killed before any request: the server has ended
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
cat >serve.py <<'PY'
import os
import sys
from mindspore_serving import server

server.start_servables(server.ServableStartConfig(os.path.abspath("servables"), "demo", num_parallel_workers=1))
server.start_grpc_server("127.0.0.1:" + sys.argv[1])
print("ready", flush=True)
PY
cat >run.py <<'PY'
import subprocess
import sys
import time
import psutil
from mindspore_serving.client import Client


def try_it(port, warm):
    master = subprocess.Popen([sys.executable, "serve.py", port], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    while master.stdout.readline() not in (b"ready\n", b""):
        pass
    client = Client("127.0.0.1:" + port, "demo", "echo")
    if warm:
        assert "out" in client.infer({"a": 1})[0]
    for worker in psutil.Process(master.pid).children():
        worker.kill()
    # A restart takes one to two seconds.
    for _ in range(30):
        time.sleep(0.5)
        if master.poll() is not None:
            return "the server has ended"
        outcome = client.infer({"a": 1})
        if isinstance(outcome, list) and "out" in outcome[0]:
            master.terminate()
            master.wait()
            return "answers again"
    master.terminate()
    return "still not available"


print("killed after a request:", try_it(sys.argv[1], warm=True))
print("killed before any request:", try_it(sys.argv[2], warm=False))
PY
port=$((20000 + RANDOM % 20000))
venv/bin/python run.py "$port" "$((port + 1))" | tee seen
diff seen - <<'SEEN'
killed after a request: answers again
killed before any request: the server has ended
SEEN
echo "as found"
