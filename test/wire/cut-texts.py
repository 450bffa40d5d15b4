"""Writes cut-texts.json: long error texts, and the bytes that a real MindSpore Serving 2.0.2 sends of them.

Serving starts with a servable that has no model, so that no device is needed. With Python 3.9 on Linux:

    pip install mindspore-serving==2.0.2 grpcio==1.47.0 "protobuf<3.21" "numpy<1.24" psutil
    python test/wire/cut-texts.py
"""

import json
import os
import tempfile
from pathlib import Path

import grpc
from mindspore_serving import server
from mindspore_serving.proto import ms_service_pb2 as proto
from mindspore_serving.proto import ms_service_pb2_grpc as services

HERE = Path(__file__).resolve().parent
ADDRESS = "127.0.0.1:55123"
LONG_NAME = "n" * 400

SERVABLE = f"""
from mindspore_serving.server import register

def fails(text):
    raise RuntimeError(text)

@register.register_method(output_names=["out"])
def fail(a):
    return register.add_stage(fails, a, outputs_count=1)

@register.register_method(output_names=["out"])
def long_name({LONG_NAME}):
    return register.add_stage(fails, {LONG_NAME}, outputs_count=1)
"""

FAILED = "Call Function 'echo.fails' Failed, method: 'fail', stage index(begin with 1): 1, error msg: "
MISSING = "Cannot find input {} in instance input , servable echo, method {}"
UNKNOWN = "Request servable({}) method({}) , {} is not available"
COMPLAINT = "Instances input {} check failed, detail: Tensor check failed: input  shape {} invalid"


def ask(stub, servable, method, name="", text="", dims=()):
    """The one error of the reply to a request of one instance."""
    request = proto.PredictRequest()
    request.servable_spec.name = servable
    request.servable_spec.method_name = method
    tensor = request.instances.add().items[name]
    if dims:
        tensor.shape.dims.extend(dims)
        tensor.dtype = proto.MS_FLOAT32
    else:
        tensor.shape.dims.append(1)
        tensor.dtype = proto.MS_STRING
        tensor.bytes_val.append(text.encode())
    (error,) = stub.Predict(request, timeout=10).error_msg
    return error.error_msg


def record(stub):
    digits = "".join(chr(48 + i % 70) for i in range(1000))
    thrown = [digits[: total - len(FAILED)] for total in (384, 385, 387, 1000)]
    thrown += ["x" * shift + "世界" * 200 + "y" * shift for shift in range(3)]
    thrown += ["x" * shift + "😀" * 200 + "y" * shift for shift in range(4)]
    for text in thrown:
        yield FAILED + text, ask(stub, "echo", "fail", "a", text)
    yield UNKNOWN.format("s" * 500, "m", "servable"), ask(stub, "s" * 500, "m")
    yield UNKNOWN.format("echo", "m" * 500, "method"), ask(stub, "echo", "m" * 500)
    yield MISSING.format(LONG_NAME, "long_name"), ask(stub, "echo", "long_name")
    for name, method, dims in (("a", "fail", [-1] * 300), (LONG_NAME, "long_name", [-1] * 300), (LONG_NAME, "long_name", [-1])):
        yield COMPLAINT.format(name, dims), ask(stub, "echo", method, name, dims=dims)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.mkdir("echo")
        Path("echo/servable_config.py").write_text(SERVABLE, encoding="utf-8")
        config = server.ServableStartConfig(folder, "echo", device_ids=None, num_parallel_workers=1)
        server.start_servables(config)
        server.start_grpc_server(address=ADDRESS)
        stub = services.MSServiceStub(grpc.insecure_channel(ADDRESS))
        lines = [json.dumps({"text": text, "sent_hex": sent.hex()}, ensure_ascii=False) for text, sent in record(stub)]
        server.stop()
    text = ",\n".join(lines)
    (HERE / "cut-texts.json").write_text(f"[\n{text}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
