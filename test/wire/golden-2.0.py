"""Writes golden-2.0.json: the requests of release 1.3 in golden.json, made once more by the client of release 2.0.

The client is that of MindSpore Serving's own wheel, and the bytes are what a gRPC server got of it; only the order of
a map's entries changes from run to run. With Python 3.9:

    pip install mindspore-serving==2.0.2 grpcio==1.47.0 "protobuf<3.21" "numpy<1.24" psutil
    python test/wire/golden-2.0.py
"""

import base64
import json
from concurrent import futures
from pathlib import Path

import grpc
import numpy as np
from mindspore_serving.client import Client
from mindspore_serving.proto import ms_service_pb2 as proto

HERE = Path(__file__).parent
PATH = "/mindspore.serving.proto.MSService/Predict"


class Recorder(grpc.GenericRpcHandler):
    """Keeps the bytes of the last request, and answers each with an empty message."""

    request = b""

    def service(self, handler_call_details):
        assert handler_call_details.method == PATH
        return grpc.unary_unary_rpc_method_handler(self.answer)

    def answer(self, request, _):
        self.request = request
        return b""


def value_of(given):
    """What the client was given, from golden.json's account of it."""
    kind = given["py"]
    if kind == "numpy.ndarray":
        array = np.frombuffer(base64.b64decode(given["data_base64"]), given["dtype"])
        return array.reshape(given["shape"])
    if kind == "numpy scalar":
        return np.frombuffer(base64.b64decode(given["data_base64"]), given["dtype"])[0]
    if kind == "str":
        return given["string"]
    if kind == "bytes":
        return base64.b64decode(given["base64"])
    return {"int": int, "float": float, "bool": bool}[kind](given["value"])


def told(tensor):
    """A tensor as protobuf's own runtime reads it."""
    account = {
        "dtype_number": tensor.dtype,
        "shape": list(tensor.shape.dims),
        "has_shape": tensor.HasField("shape"),
        "has_data": tensor.HasField("data"),
    }
    if tensor.data:
        account["data_base64"] = base64.b64encode(tensor.data).decode()
    if tensor.bytes_val:
        account["bytes_val_base64"] = [base64.b64encode(value).decode() for value in tensor.bytes_val]
    return account


def record(entry, address, recorder):
    spec = entry["servable_spec"]
    instances = [{name: value_of(given) for name, given in one.items()} for one in entry["client_input"]]
    if entry["name"] == "matrix_transposed_int16":
        instances = [{name: np.asfortranarray(array) for name, array in one.items()} for one in instances]
    client = Client(address, spec["name"], spec["method_name"], int(spec["version_number"]))
    client.infer(instances)
    request = proto.PredictRequest.FromString(recorder.request)
    items = [{name: told(one.items[name]) for name in sorted(one.items)} for one in request.instances]
    return {
        "id": f"r2.0/{entry['name']}",
        "name": entry["name"],
        "release": "r2.0",
        "message": {"instances": items},
        "hex": recorder.request.hex(),
    }


def main():
    recorder = Recorder()
    server = grpc.server(futures.ThreadPoolExecutor(1), handlers=[recorder])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    golden = json.loads((HERE / "golden.json").read_text(encoding="utf-8"))["entries"]
    requests = [entry for entry in golden if entry["kind"] == "request" and entry["release"] == "r1.3"]
    entries = [record(entry, f"127.0.0.1:{port}", recorder) for entry in requests]
    server.stop(None)
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    (HERE / "golden-2.0.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


main()
