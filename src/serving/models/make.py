"""Makes the models of the servables, as MindIR files.

    python make.py OUT_DIR --classifier TFJS_MODEL_DIR

writes OUT_DIR/<servable>/<version>/<model>.mindir. With mindspore installed (Python 3.9) its own exporter writes them;
without, mindspore_lite's converter does, from ONNX (Python 3.7, packages mindspore-lite and onnx).
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Callable

from digits import digits
from graph import Graph
from small import elementwise, sum_of_product
from tfjs import read_classifier


def main() -> None:
    arguments = argparse.ArgumentParser(description="Makes the models of the servables, as MindIR files.")
    arguments.add_argument("out_dir", type=Path, help="gets <servable>/<version>/<model>.mindir")
    arguments.add_argument("--classifier", type=Path, required=True, help="folder of EfficientNet-B0's model.json")
    given = arguments.parse_args()
    write = writer()
    for place, make in models(given.classifier).items():
        path = given.out_dir / f"{place}.mindir"
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.unlink()
        write(make(), path)
        path.chmod(0o644)  # Both writers leave it to its owner alone, read-only.
        print(path, flush=True)


def models(classifier: Path) -> dict[str, Callable[[], Graph]]:
    """How each model is made, by <servable>/<version>/<model>."""
    return {
        "add/1/tensor_add": lambda: elementwise("add"),
        "add/2/tensor_add": lambda: elementwise("add"),
        "add_sub/1/tensor_add": lambda: elementwise("add"),
        "add_sub/1/tensor_sub": lambda: elementwise("sub"),
        "digits/1/digits": digits,
        "resnet50/1/efficientnet_b0": lambda: read_classifier(classifier),
        "subgraphs/1/matmul_0": lambda: sum_of_product(128),
        "subgraphs/1/matmul_1": lambda: sum_of_product(8),
    }


def writer() -> Callable[[Graph, Path], None]:
    """What writes a graph as a MindIR file with the packages that are installed."""
    if find_spec("mindspore"):
        from write_mindspore import write
    elif find_spec("mindspore_lite") and find_spec("onnx"):
        from write_lite import write
    else:
        sys.exit("Neither mindspore nor mindspore_lite with onnx is installed: one of them writes the models.")
    return write


if __name__ == "__main__":
    main()
