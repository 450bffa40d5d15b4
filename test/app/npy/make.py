"""Makes the .npy files and headers.json beside this one with a real numpy (2.x): python test/app/npy/make.py"""

import base64
import io
import json
import warnings
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


PLAIN = bytes(range(60, 76))


def file_of(header, version=1, content=PLAIN):
    """A file with a header written by hand."""
    length = len(header).to_bytes(2 if version == 1 else 4, "little")
    return b"\x93NUMPY" + bytes([version, 0]) + length + header.encode("latin1") + content


def said(file):
    """What numpy says of a file: its array, or nothing where it does not read it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            array = npy.read_array(io.BytesIO(file))
    except Exception:
        return None
    dtype = array.dtype.newbyteorder("=").name
    values = array.ravel().tolist() if dtype in DTYPES else []
    return {"dtype": dtype, "shape": list(array.shape), "values": [str(value) for value in values]}


def header_of(descr, fortran="False", shape="(2,)"):
    return f"{{'descr': {descr}, 'fortran_order': {fortran}, 'shape': {shape}, }}"


SHORT = "? b B h H i I q Q e f d l L p P b1 i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8 F D g O S3 U2 V4 c8 c16 f16 M8[s]".split()
LONG = (
    "bool bool_ int8 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64 byte ubyte short ushort"
    " intc uintc longlong ulonglong long ulong half single double int uint int_ float intp uintp"
    " float_ complex64 longdouble object str bytes bfloat16 Float32 f32"
).split()
DESCRS = [order + name for name in SHORT for order in ["", "<", ">", "=", "|"]] + LONG + ["<float32", ">int8", ""]

HEADERS = {
    "double quotes": '{"descr": "<f4", "fortran_order": False, "shape": (2, 2), }',
    "no blanks": "{'descr':'<f4','fortran_order':False,'shape':(2,2)}",
    "many blanks": "  {\n 'descr' : '<f4' ,\n'fortran_order' : False ,\t'shape' : ( 2 , 2 , ) , }   \n",
    "another order": "{'shape': (2, 2), 'fortran_order': False, 'descr': '<f4'}",
    "u before quotes": "{u'descr': u'<f4', 'fortran_order': False, 'shape': (2, 2)}",
    "Python 2's long": header_of("'<f4'", shape="(2L, 2L)"),
    "Fortran's order": header_of("'>i2'", "True", "(2, 4)"),
    "a scalar": header_of("'<f4'", shape="()"),
    "a list for a shape": header_of("'<f4'", shape="[2, 2]"),
    "a number for a shape": header_of("'<f4'", shape="(4)"),
    "a half for a dimension": header_of("'<f4'", shape="(2.0, 2)"),
    "a dimension below 0": header_of("'<f4'", shape="(-1, 2)"),
    "a text for the order": header_of("'<f4'", "'False'"),
    "1 for the order": header_of("'<f4'", "1"),
    "a key too many": "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), 'more': 1}",
    "a key too few": "{'descr': '<f4', 'shape': (2, 2)}",
    "two commas": "{'descr': '<f4',, 'fortran_order': False, 'shape': (2, 2), }",
    "no comma": "{'descr': '<f4' 'fortran_order': False, 'shape': (2, 2), }",
    "no end": "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), ",
    "no dict": "['<f4', False, (2, 2)]",
    "nothing": "",
    "something behind": header_of("'<f4'") + " 7",
    "fields": header_of("[('a', '<f4'), ('b', '<i4')]"),
    "a sub-array": header_of("('<f4', (2,))"),
    "more elements than bytes": header_of("'<f4'", shape="(5,)"),
    "fewer elements than bytes": header_of("'<f4'", shape="(3,)"),
    "a shape beyond 64 bits, without elements": header_of("'<f4'", shape="(0, 4294967296, 9007199254740993)"),
    "a dimension beyond 64 bits": header_of("'<f4'", shape="(0, 18446744073709551616)"),
    "a large shape without elements": header_of("'<f4'", shape="(0, 4294967296)"),
    "more elements than memory": header_of("'<f4'", shape="(4294967296, 4294967296)"),
    "more elements than Serving counts": header_of("'<f4'", shape="(4294967296,)"),
    "11,000 characters": header_of("'<f4'") + " " * 11_000,
}
cases = [(f"descr {descr}", 1, header_of(f"'{descr}'")) for descr in DESCRS]
cases += [(name, 1, header) for name, header in HEADERS.items()]
cases += [(f"version {version}", version, header_of("'<f4'")) for version in (0, 2, 3, 4)]
lines = [
    json.dumps({"name": name, "version": version, "header": header, "said": said(file_of(header, version))})
    for name, version, header in cases
]
(HERE / "headers.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")

(HERE / "bools.npy").write_bytes(file_of(header_of("'|b1'", shape="(4,)"), 1, bytes([0, 1, 2, 255])))
