#!/usr/bin/env bash
# mindspore-serving 2.0.2: an error text above 384 bytes reaches the caller as its first 192 bytes, "...", and its last
# 192, counted in bytes: a character of several bytes may be cut in two, and then Serving's own Python client raises
# UnicodeDecodeError instead of giving the error, as two of three long Chinese texts make it do.
#
# Seen:
#   600 ASCII bytes: 387 bytes come, "..." in the middle
#   200 Chinese characters behind 0, 1 or 2 letters: UnicodeDecodeError in 2 of 3
set -euo pipefail
cd "$(mktemp -d)"
"${SERVING_PYTHON:-python3.9}" -m venv venv
venv/bin/pip install -q mindspore-serving==2.0.2 numpy==1.23.5 protobuf==3.20.3 grpcio==1.47.0 psutil==7.2.2 packaging==26.3
mkdir -p servables/demo
cat >servables/demo/servable_config.py <<'PY'
from mindspore_serving.server import register


def fail(text):
    raise ValueError(text)


@register.register_method(output_names=["y"])
def fail_with(text):
    return register.add_stage(fail, text, outputs_count=1)
PY
cat >run.py <<'PY'
import os
import sys
from mindspore_serving import server
from mindspore_serving.client import Client

address = "127.0.0.1:" + sys.argv[1]
server.start_servables(server.ServableStartConfig(os.path.abspath("servables"), "demo", num_parallel_workers=1))
server.start_grpc_server(address)
client = Client(address, "demo", "fail_with")
text = client.infer({"text": "a" * 600})["error"]
print("600 ASCII bytes: %d bytes come, %r in the middle" % (len(text), text[192:195]))
raised = 0
for letters in range(3):
    try:
        client.infer({"text": "a" * letters + "图" * 200})
    except UnicodeDecodeError:
        raised += 1
print("200 Chinese characters behind 0, 1 or 2 letters: UnicodeDecodeError in %d of 3" % raised)
server.stop()
PY
port=$((20000 + RANDOM % 20000))
venv/bin/python run.py "$port" 2>/dev/null | grep -v '^Serving: ' | tee seen
diff seen - <<'SEEN'
600 ASCII bytes: 387 bytes come, '...' in the middle
200 Chinese characters behind 0, 1 or 2 letters: UnicodeDecodeError in 2 of 3
SEEN
echo "as found"
