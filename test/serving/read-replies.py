"""Reads replies with the client of MindSpore Serving's own wheel: python read-replies.py IN OUT.

IN is a JSON list of PredictReply messages in hexadecimal; OUT gets what the client makes of each, as golden.json has it:
arrays as {"ndarray", "shape", "values"}, bytes as {"bytes_base64"}, and {"raises"} where the client raises.
"""

import base64
import json
import sys
from pathlib import Path

import numpy as np
from mindspore_serving.client import Client
from mindspore_serving.proto import ms_service_pb2 as proto

EXACT = 2**53  # Integers beyond it are no numbers in JSON for all who read it.


def element_of(element):
    if isinstance(element, bool):
        return element
    if isinstance(element, int):
        return element if abs(element) <= EXACT else str(element)
    if np.isnan(element):
        return "NaN"
    if np.isinf(element):
        return "Infinity" if element > 0 else "-Infinity"
    return "-0" if element == 0 and np.signbit(element) else element


def told(value):
    if isinstance(value, np.ndarray):
        values = [element_of(element) for element in value.ravel().tolist()]
        return {"ndarray": value.dtype.name, "shape": list(value.shape), "values": values}
    if isinstance(value, bytes):
        return {"bytes_base64": base64.b64encode(value).decode()}
    if isinstance(value, list):
        return [told(one) for one in value]
    return value


def read(reply_hex):
    try:
        result = Client._paser_result(proto.PredictReply.FromString(bytes.fromhex(reply_hex)))
    except Exception as error:  # What the caller of infer would get.
        return {"raises": f"{type(error).__name__}: {error}"}
    if isinstance(result, dict):
        return result
    return [{name: told(value) for name, value in sorted(outputs.items())} for outputs in result]


def main():
    given, out = (Path(name) for name in sys.argv[1:])
    out.write_text(json.dumps([read(reply) for reply in json.loads(given.read_text())]), encoding="utf-8")


main()
