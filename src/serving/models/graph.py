"""A model as a list of operations: what the readers make and the two writers (MindSpore, ONNX) take."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass
class Op:
    """One operation.

    kind, inputs and attributes (images are NCHW, everything is float32):
      conv      x (n, c, h, w), weight (out, c / group, kh, kw), bias (out); stride, pads (top, bottom, left, right),
                group
      matmul    x (n, in), weight (in, out)
      max_pool  x (n, c, h, w); size, which is the stride too
      mean      x (n, c, h, w) -> (n, c, 1, 1)
      sum       x (n, m) -> (m)
      reshape   x; shape
      add, sub, mul (a constant is broadcast), sigmoid, relu, softmax (over the last axis)
    """

    kind: str
    inputs: list[str]
    output: str
    attributes: dict = field(default_factory=dict)


class Graph:
    """Inputs, constants and operations, each value known by its name."""

    def __init__(self, inputs: dict[str, tuple[int, ...]]) -> None:
        """inputs: the shape of each, in order; all are float32."""
        self.inputs = inputs
        self.constants: dict[str, np.ndarray] = {}
        self.ops: list[Op] = []
        self.outputs: list[str] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        """Adds a float32 constant and gives its name."""
        self.constants[name] = np.ascontiguousarray(value, np.float32)
        return name

    def add(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Adds an operation and gives its output's name."""
        output = f"{kind}_{len(self.ops)}"
        self.ops.append(Op(kind, list(inputs), output, attributes))
        return output
