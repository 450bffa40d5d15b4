"""Writes a graph as MindIR by MindSpore Lite's converter, from ONNX."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import mindspore_lite
import numpy as np
import onnx
from graph import Graph, Op
from onnx import helper, numpy_helper

OPSET = 12
FLOAT = onnx.TensorProto.FLOAT


def write(graph: Graph, path: Path) -> None:
    """Writes `path`, a .mindir file."""
    with TemporaryDirectory() as folder:
        onnx_path = Path(folder) / "model.onnx"
        onnx.save(to_onnx(graph), str(onnx_path))
        converter = mindspore_lite.Converter()
        converter.save_type = mindspore_lite.ModelType.MINDIR
        # The converter puts .mindir at the end itself.
        converter.convert(mindspore_lite.FmkType.ONNX, str(onnx_path), str(path.with_suffix("")))
    if not path.exists():
        raise RuntimeError(f"MindSpore Lite's converter has not written {path}; what it said is above.")


def to_onnx(graph: Graph) -> onnx.ModelProto:
    """The same graph as an ONNX model."""
    constants = dict(graph.constants)
    nodes = [_node(op, constants) for op in graph.ops]
    shapes = {**graph.inputs, **{name: None for name in graph.outputs}}  # The outputs' are inferred below.
    values = {name: helper.make_tensor_value_info(name, FLOAT, shape) for name, shape in shapes.items()}
    inputs, outputs = ([values[name] for name in names] for names in (graph.inputs, graph.outputs))
    weights = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    model = helper.make_model(
        helper.make_graph(nodes, "graph", inputs, outputs, weights),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=7,
    )
    return onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True)


def _node(op: Op, constants: dict[str, np.ndarray]) -> onnx.NodeProto:
    given = op.attributes
    inputs = list(op.inputs)
    if op.kind == "conv":
        top, bottom, left, right = given["pads"]
        # The converter takes no defaults: every attribute must be there.
        attributes = {
            "kernel_shape": constants[inputs[1]].shape[2:],
            "strides": [given["stride"]] * 2,
            "dilations": [1, 1],
            "pads": [top, left, bottom, right],
            "group": given["group"],
        }
    elif op.kind == "max_pool":
        attributes = {"kernel_shape": [given["size"]] * 2, "strides": [given["size"]] * 2, "pads": [0] * 4}
    elif op.kind == "mean":
        attributes = {"axes": [2, 3], "keepdims": 1}
    elif op.kind == "sum":
        attributes = {"axes": [0], "keepdims": 0}
    elif op.kind == "softmax":
        attributes = {"axis": -1}
    elif op.kind == "reshape":
        attributes = {}
        inputs.append(f"{op.output}/shape")
        constants[inputs[-1]] = np.array(given["shape"], np.int64)
    else:
        attributes = {}
    return helper.make_node(_ONNX_NAMES[op.kind], inputs, [op.output], **attributes)


_ONNX_NAMES = {
    "conv": "Conv",
    "matmul": "MatMul",
    "max_pool": "MaxPool",
    "mean": "ReduceMean",
    "sum": "ReduceSum",
    "reshape": "Reshape",
    "add": "Add",
    "sub": "Sub",
    "mul": "Mul",
    "sigmoid": "Sigmoid",
    "relu": "Relu",
    "softmax": "Softmax",
}
