"""Writes a graph as MindIR by MindSpore's own exporter."""

from __future__ import annotations

from pathlib import Path

import mindspore
import numpy as np
from graph import Graph, Op
from mindspore import Parameter, Tensor, nn, ops


def write(graph: Graph, path: Path) -> None:
    """Writes `path`, a .mindir file."""
    mindspore.set_context(mode=mindspore.GRAPH_MODE, device_target="CPU")
    inputs = [Tensor(np.zeros(shape, np.float32)) for shape in graph.inputs.values()]
    mindspore.export(_Net(graph), *inputs, file_name=str(path.with_suffix("")), file_format="MINDIR")


class _Net(nn.Cell):
    """Runs the operations in their order. The compiler unrolls the loop: the model has the operations only."""

    def __init__(self, graph: Graph) -> None:
        super().__init__()
        places = {name: place for place, name in enumerate([*graph.inputs, *(op.output for op in graph.ops)])}
        self.cells_ = nn.CellList([_cell(op, graph) for op in graph.ops])
        self.taken = tuple(tuple(places[name] for name in op.inputs if name in places) for op in graph.ops)
        self.given = tuple(places[name] for name in graph.outputs)

    def construct(self, *values):
        for index, cell in enumerate(self.cells_):
            values = values + (cell(*[values[place] for place in self.taken[index]]),)
        if len(self.given) == 1:
            return values[self.given[0]]
        return tuple([values[place] for place in self.given])


def _cell(op: Op, graph: Graph) -> nn.Cell:
    """The operation as a cell of the inputs that are no constants."""
    constants = [(place, graph.constants[name]) for place, name in enumerate(op.inputs) if name in graph.constants]
    if op.kind == "conv":
        (_, weight), (_, bias) = constants
        return _Conv(weight, bias, **op.attributes)
    primitive = _PRIMITIVES[op.kind](op.attributes)
    if not constants:
        return _Apply(primitive)
    [(place, constant)] = constants
    return _WithConstant(primitive, constant, place == 0)


_PRIMITIVES = {
    "matmul": lambda _: ops.MatMul(),
    "add": lambda _: ops.Add(),
    "sub": lambda _: ops.Sub(),
    "mul": lambda _: ops.Mul(),
    "sigmoid": lambda _: ops.Sigmoid(),
    "relu": lambda _: ops.ReLU(),
    "softmax": lambda _: ops.Softmax(axis=-1),
    "max_pool": lambda given: ops.MaxPool(kernel_size=given["size"], strides=given["size"]),
    "mean": lambda _: _Reduce(ops.ReduceMean(keep_dims=True), (2, 3)),
    "sum": lambda _: _Reduce(ops.ReduceSum(), 0),
    "reshape": lambda given: _Reshape(given["shape"]),
}


class _Apply(nn.Cell):
    def __init__(self, primitive) -> None:
        super().__init__()
        self.primitive = primitive

    def construct(self, *inputs):
        return self.primitive(*inputs)


class _WithConstant(nn.Cell):
    def __init__(self, primitive, constant: np.ndarray, constant_first: bool) -> None:
        super().__init__()
        self.primitive = primitive
        self.constant = Tensor(constant)
        self.constant_first = constant_first

    def construct(self, x):
        return self.primitive(self.constant, x) if self.constant_first else self.primitive(x, self.constant)


class _Conv(nn.Cell):
    def __init__(self, weight: np.ndarray, bias: np.ndarray, stride: int, pads: tuple, group: int) -> None:
        super().__init__()
        out, _, *kernel = weight.shape
        self.conv = ops.Conv2D(out, tuple(kernel), pad_mode="pad", pad=pads, stride=stride, group=group)
        self.bias_add = ops.BiasAdd()
        self.weight = Parameter(Tensor(weight))
        self.bias = Parameter(Tensor(bias))

    def construct(self, x):
        return self.bias_add(self.conv(x, self.weight), self.bias)


class _Reduce(nn.Cell):
    def __init__(self, primitive, axes) -> None:
        super().__init__()
        self.primitive = primitive
        self.axes = axes

    def construct(self, x):
        return self.primitive(x, self.axes)


class _Reshape(nn.Cell):
    def __init__(self, shape: tuple) -> None:
        super().__init__()
        self.reshape = ops.Reshape()
        self.shape = shape

    def construct(self, x):
        return self.reshape(x, self.shape)
