"""What Serving refuses, as the client tells it."""

import numpy as np
from mindspore_serving.client import Client

SQUARE = np.ones((2, 2), np.float32)
GOOD = {"x1": SQUARE, "x2": SQUARE}


def add(*instances, method="add_common", servable="add", version=0):
    return lambda address: Client(address, servable, method, version).infer(list(instances))


def numbers(servable, method, name, *values):
    return lambda address: Client(address, servable, method).infer([{name: np.int32(n)} for n in values])


def cases():
    return {
        "another servable": add(GOOD, servable="nobody"),
        "version 3": add(GOOD, version=3),
        "another method of version 2": add(GOOD, method="add_common2", version=2),
        "an input is missing in one of two": add(GOOD, {"x1": SQUARE}),
        "an input too many": add({**GOOD, "x3": SQUARE}),
        "a wrong size in the second of three": add(GOOD, {**GOOD, "x2": np.ones(3, np.float32)}, GOOD),
        "a text in the second of three": add(GOOD, {**GOOD, "x1": "1"}, GOOD),
        "two that fail alike": add(*[{**GOOD, "x2": np.ones(3, np.float32)}] * 2),
        "two that fail each in its own way":
            add({**GOOD, "x2": np.ones(3, np.float32)}, {**GOOD, "x2": np.ones(2, np.float32)}),
        "a first stage fails for the second of three": numbers("echo", "fail_pre", "a", 12, 13, 14),
        "a last stage fails for the second of three": numbers("echo", "fail_post", "a", 12, 13, 14),
        "a stage fails for the only instance": numbers("echo", "fail_pre", "a", 13),
        "a function fails for the second of three": numbers("faulty", "fail_one", "x", 12, 13, 14),
        "a yielding function fails for the second of three": numbers("faulty", "fail_yield", "x", 12, 13, 14),
        "infer_async of another method":
            lambda address: Client(address, "add", "add_common2").infer_async(GOOD).result(),
    }
