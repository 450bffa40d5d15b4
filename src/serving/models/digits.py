"""The digit model, from the weights that train_digits.py has written."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from graph import Graph

WEIGHTS = Path(__file__).parents[2] / "servable-data" / "digits.json"
SIDE = 8
BATCH = 2  # Instances of a model run: Serving cuts a request into such batches and fills the last one up.


def digits() -> Graph:
    """Takes "image", float32 (2, 1, 8, 8), light ink on black in [0, 1]; gives probabilities, float32 (2, 10)."""
    weights = json.loads(WEIGHTS.read_text())
    graph = Graph({"image": (BATCH, 1, SIDE, SIDE)})

    def constant(name: str) -> str:
        values = np.array(weights[name]["values"], np.float32).reshape(weights[name]["shape"])
        # MindSpore's dense layers have (out, in).
        return graph.constant(name, values.T if name in ("dense1.weight", "dense2.weight") else values)

    x = "image"
    for layer in ("conv1", "conv2"):
        x = graph.add(
            "conv", x, constant(f"{layer}.weight"), constant(f"{layer}.bias"), stride=1, pads=(1, 1, 1, 1), group=1
        )
        x = graph.add("max_pool", graph.add("relu", x), size=2)
    x = graph.add("reshape", x, shape=(BATCH, 64))
    x = graph.add("relu", graph.add("add", graph.add("matmul", x, constant("dense1.weight")), constant("dense1.bias")))
    x = graph.add("add", graph.add("matmul", x, constant("dense2.weight")), constant("dense2.bias"))
    graph.outputs = [graph.add("softmax", x)]
    return graph
