"""The small models: sums, differences and products of matrices."""

from __future__ import annotations

import numpy as np
from graph import Graph


def elementwise(kind: str, shape: tuple[int, ...] = (2, 2)) -> Graph:
    """A graph of two inputs x1, x2 and one output, all float32 of the same shape. kind: "add" or "sub"."""
    graph = Graph({"x1": shape, "x2": shape})
    graph.outputs = [graph.add(kind, "x1", "x2")]
    return graph


def sum_of_product(rows: int) -> Graph:
    """Takes "x", float32 (rows, 96); gives the sum over the rows of x times a matrix, float32 (16).

    The matrix, (96, 16), has whole numbers from -2 to 2, so that whole numbers in give exact ones out.
    """
    graph = Graph({"x": (rows, 96)})
    place = np.arange(96)[:, None] + np.arange(16)[None, :]
    weight = graph.constant("weight", place % 5 - 2)
    graph.outputs = [graph.add("sum", graph.add("matmul", "x", weight))]
    return graph
