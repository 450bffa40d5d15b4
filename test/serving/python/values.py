"""Every kind of value that the client takes, given back by `echo`, and the ways to give instances."""

import numpy as np
from mindspore_serving.client import Client

DTYPES = (np.bool_, np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64,
          np.float16, np.float32, np.float64)

SQUARE = np.ones((2, 2), np.float32)

VALUES = {
    "bool": True,
    "int": -5,
    "int of 64 bits": 2 ** 63 - 1,
    "float": 1.5,
    "str": "héllo 世界 😀",
    "empty str": "",
    "bytes": bytes(range(256)),
    "empty bytes": b"",
    "array without elements": np.zeros((0,), np.float32),
    "array of shape (2, 0)": np.zeros((2, 0), np.int8),
    "array of five dimensions": np.arange(24, dtype=np.int16).reshape(1, 2, 3, 1, 4),
    "array that is not contiguous": np.arange(12, dtype=np.float32).reshape(3, 4).T[::2],
    "NaN, infinities and -0": np.array([np.nan, np.inf, -np.inf, -0.0]),
}


def echo(value):
    return lambda address: Client(address, "echo", "echo").infer({"a": value})


def ends_of(dtype):
    if dtype is np.bool_:
        return np.array([True, False])
    limits = np.iinfo(dtype) if np.issubdtype(dtype, np.integer) else np.finfo(dtype)
    return np.array([limits.min, 0, limits.max], dtype)


def add(method="add_common", version=0, wrap=list, dtype=np.float32):
    ones = np.ones((2, 2), dtype)
    return lambda address: Client(address, "add", method, version).infer(wrap([{"x1": ones, "x2": ones}]))


def add_async(address):
    return Client(address, "add", "add_cast").infer_async({"x1": SQUARE, "x2": SQUARE}).result()


def cases():
    return {
        **{f"echo of {name}": echo(value) for name, value in VALUES.items()},
        **{f"echo of {dtype.__name__}": echo(ends_of(dtype)) for dtype in DTYPES},
        **{f"echo of the scalar {dtype.__name__}": echo(dtype(1)) for dtype in DTYPES if dtype is not np.bool_},
        **{f"add_cast of {dtype.__name__}": add("add_cast", dtype=dtype) for dtype in DTYPES},
        "every kind that a function returns": lambda address: Client(address, "echo", "types").infer({"a": 1}),
        "two inputs and two outputs":
            lambda address: Client(address, "echo", "echo_swapped").infer({"a": "left", "b": np.int8(2)}),
        "a tuple of instances": add(wrap=tuple),
        "one instance alone": add(wrap=lambda instances: instances[0]),
        "version 1": add(version=1),
        "version 2": add(version=2),
        "infer_async": add_async,
    }
