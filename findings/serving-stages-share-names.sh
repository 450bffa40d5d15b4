#!/usr/bin/env bash
# mindspore-serving 2.0.2: a stage's function is known by its __name__ alone. Two stages whose functions are called the
# same, as two lambdas are, or two functions under a decorator without functools.wraps, are one: both methods run the
# last one. Nothing is said when the servable starts, and calls succeed, with the other method's values.
#
# Seen (each method with 10, and what its own function gives):
#   double by a lambda: 30 where 20 is right
#   triple by a lambda: 30 where 30 is right
#   half by a decorated function: 2.5 where 5.0 is right
#   quarter by a decorated function: 2.5 where 2.5 is right
set -euo pipefail
cd "$(mktemp -d)"
"${SERVING_PYTHON:-python3.9}" -m venv venv
venv/bin/pip install -q mindspore-serving==2.0.2 numpy==1.23.5 protobuf==3.20.3 grpcio==1.47.0 psutil==7.2.2 packaging==26.3
mkdir -p servables/demo
cat >servables/demo/servable_config.py <<'PY'
from mindspore_serving.server import register


def checked(function):
    def call(x):
        assert x.shape == ()
        return function(x)

    return call


@checked
def halve(x):
    return x / 2


@checked
def divide_by_four(x):
    return x / 4


@register.register_method(output_names=["y"])
def double(x):
    return register.add_stage(lambda x: x * 2, x, outputs_count=1)


@register.register_method(output_names=["y"])
def triple(x):
    return register.add_stage(lambda x: x * 3, x, outputs_count=1)


@register.register_method(output_names=["y"])
def half(x):
    return register.add_stage(halve, x, outputs_count=1)


@register.register_method(output_names=["y"])
def quarter(x):
    return register.add_stage(divide_by_four, x, outputs_count=1)
PY
cat >run.py <<'PY'
import os
import sys
import numpy as np
from mindspore_serving import server
from mindspore_serving.client import Client

address = "127.0.0.1:" + sys.argv[1]
server.start_servables(server.ServableStartConfig(os.path.abspath("servables"), "demo", num_parallel_workers=1))
server.start_grpc_server(address)
for method, how, x, right in (
    ("double", "a lambda", np.int64(10), 20),
    ("triple", "a lambda", np.int64(10), 30),
    ("half", "a decorated function", np.float64(10), 5.0),
    ("quarter", "a decorated function", np.float64(10), 2.5),
):
    (outcome,) = Client(address, "demo", method).infer({"x": x})
    print("%s by %s: %s where %s is right" % (method, how, outcome["y"], right))
server.stop()
PY
port=$((20000 + RANDOM % 20000))
venv/bin/python run.py "$port" 2>/dev/null | grep -v '^Serving: ' | tee seen
diff seen - <<'SEEN'
double by a lambda: 30 where 20 is right
triple by a lambda: 30 where 30 is right
half by a decorated function: 2.5 where 5.0 is right
quarter by a decorated function: 2.5 where 2.5 is right
SEEN
echo "as found"
