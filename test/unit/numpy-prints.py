"""Writes numpy-prints.json: arrays of every dtype and how numpy prints them, for tensor-print.test.ts.

Run with numpy 2.2 or later: python test/unit/numpy-prints.py
"""

import base64
import json
import re
from pathlib import Path

import numpy as np

np.set_printoptions(linewidth=10**9)  # Lines break between rows alone.
random = np.random.default_rng(4)

INTEGERS = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"]
FLOATS = ["float16", "float32", "float64"]
SHAPES = [(1,), (2,), (3,), (7,), (1, 1), (2, 2), (3, 2), (2, 1, 3), (2, 2, 2, 2)]


def printed(array):
    """One line, as Tensor.toString() has it: rows behind each other."""
    return re.sub(r",\n\s*", ", ", repr(array))


def values(dtype, shape):
    """Whole arrays of one kind of numbers each, since one element decides how all are printed."""
    if dtype == "bool":
        yield random.integers(0, 2, shape).astype(bool)
    elif dtype in INTEGERS:
        info = np.iinfo(dtype)
        yield random.integers(info.min, info.max, shape, dtype, endpoint=True)
        yield random.integers(0, 12, shape).astype(dtype)
        yield np.full(shape, info.min, dtype)
    else:
        plain = random.normal(size=shape)
        yield plain.astype(dtype)
        yield np.round(plain * 100).astype(dtype)
        yield (np.round(plain * 8) / 8).astype(dtype)
        yield (plain * 10.0 ** random.integers(-6, 5, shape)).astype(dtype)
        yield random.uniform(0, 1, shape).astype(dtype)
        special = plain.astype(dtype)
        special.flat[0] = random.choice([np.nan, np.inf, -np.inf, 0.0, -0.0])
        yield special
        yield random.integers(0, 2**16, shape, np.uint16).view(np.float16).astype(dtype)  # any bits
        if dtype != "float16":
            yield (plain * 10.0 ** random.integers(-30, 30, shape)).astype(dtype)
            yield (plain * 10.0 ** random.integers(6, 10)).astype(dtype)
            yield np.full(shape, 10.0 ** random.integers(7, 9), dtype)


def edges():
    for dtype in FLOATS:
        info = np.finfo(dtype)
        for special in ([0], [-0.0], [np.nan], [np.inf, -np.inf, np.nan], [np.nan, 0.5], [-np.inf, 1e4]):
            yield np.array(special, dtype)
        yield np.array([info.max, info.min, info.tiny, info.eps, info.smallest_subnormal]).astype(dtype)
        yield np.array([info.smallest_subnormal], dtype)
        yield np.array([0.1, 0.2, 0.3, 1 / 3], dtype)
        yield np.array([1e-4, 1e-5], dtype)
        yield np.array([1, 1000], dtype)
        yield np.array([1, 1001], dtype)
        yield np.array([0.001, 1.0], dtype)
        yield np.array([0.0009, 1.0], dtype)
    yield np.array([99999999.0, 1e8])
    yield np.array([99999999.0])
    yield np.array([1e16, 123456789.12345678])
    yield np.array([1e100, 1e-100])
    yield np.array([1.123456789, 123.5])
    yield np.array([0.999999995, 0.99999999])
    for dtype in ["bool", *INTEGERS, *FLOATS]:
        for shape in [(), (0,), (2, 0), (0, 3)]:
            yield np.ones(shape, dtype)
    # From 1,001 elements on only the ends are shown.
    yield np.arange(1000, dtype=np.int16)
    yield np.arange(1001, dtype=np.int16)
    yield np.arange(1500, dtype=np.uint16).reshape(3, 500)
    yield np.arange(1400, dtype=np.uint16).reshape(7, 200)
    yield np.arange(2000, dtype=np.float16).reshape(2, 2, 500)
    yield (np.arange(1100, dtype=np.float32) / 7).reshape(1100, 1)
    yield np.zeros(1001, bool)


cases = [
    {
        "dtype": array.dtype.name,
        "shape": list(array.shape),
        "data": base64.b64encode(array.tobytes()).decode(),
        "text": printed(array),
    }
    for array in [
        *edges(),
        *(array for dtype in ["bool", *INTEGERS, *FLOATS] for shape in SHAPES for array in values(dtype, shape)),
    ]
]
lines = ",\n".join(json.dumps(case) for case in cases)
Path(__file__).with_suffix(".json").write_text(f"[\n{lines}\n]\n")
print(f"{len(cases)} arrays, numpy {np.__version__}")
