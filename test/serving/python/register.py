"""What Serving registers of each servable_config.py in a folder of servables, or why it refuses it: a line of JSON each.

Serving's own Python runs, and what it calls; no server is started.
"""

import importlib
import json
import os
import sys

from mindspore_serving._mindspore_serving import ServableRegister_
from mindspore_serving.server.register import method


class Register:
    """Passes everything on, and keeps the methods."""

    def __init__(self):
        self.methods = {}

    def __getattr__(self, name):
        return getattr(ServableRegister_, name)

    def register_method(self, signature):
        ServableRegister_.register_method(signature)
        self.methods[signature.method_name] = f"{', '.join(signature.inputs)} -> {', '.join(signature.outputs)}"


def registered(servable):
    register = method.ServableRegister_ = Register()
    try:
        importlib.import_module(f"{servable}.servable_config")
    except Exception as error:
        return {"refused": f"{type(error).__name__}: {error}"}
    return {"methods": register.methods}


folder = sys.argv[1]
sys.path.insert(0, folder)
for servable in sorted(os.listdir(folder)):
    sys.stdout.flush()
    # Serving registers into one process; each servable gets its own.
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        continue
    print(json.dumps({"servable": servable, **registered(servable)}), flush=True)
    os._exit(0)
