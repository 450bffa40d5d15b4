"""The small models: sums and differences of matrices."""

from __future__ import annotations

from graph import Graph


def elementwise(kind: str, shape: tuple[int, ...] = (2, 2)) -> Graph:
    """A graph of two inputs x1, x2 and one output, all float32 of the same shape. kind: "add" or "sub"."""
    graph = Graph({"x1": shape, "x2": shape})
    graph.outputs = [graph.add(kind, "x1", "x2")]
    return graph
