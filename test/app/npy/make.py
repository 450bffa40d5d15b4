"""Makes the .npy files beside this one with a real numpy: python test/app/npy/make.py"""

from pathlib import Path

import numpy as np
from numpy.lib import format as npy

HERE = Path(__file__).parent

DTYPES = "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64".split()


def save(name, array, version=None):
    with open(HERE / f"{name}.npy", "wb") as file:
        npy.write_array(file, array, version=version)


for dtype in DTYPES:
    save(dtype, np.array([[0, 1, 2], [3, 4, 5]]).astype(dtype))
save("scalar", np.array(1.5))
save("vector", np.arange(5, dtype=np.int16))
save("empty", np.zeros((0, 3), np.float32))
save("fortran", np.asfortranarray(np.arange(24, dtype=np.int32).reshape(2, 3, 4)))
save("version2", np.arange(4, dtype=np.float32), (2, 0))
save("version3", np.arange(4, dtype=np.float32), (3, 0))
save("big-endian", np.arange(4, dtype=">f4"))
save("text", np.array(["ox"]))
save("fields", np.zeros(2, [("a", "<f4"), ("b", "<i4")]))
save("halves", np.array([1.5, -0.0, 65504, np.inf, np.nan, 6e-8], np.float16))
save("large", np.array([2**63 - 1, -(2**63)], np.int64))
