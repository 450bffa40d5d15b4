"""Much in or much out and hardly any work: what a call costs is its way there and back."""

import numpy as np
from mindspore_serving.server import register


def size(a):
    return a.size


def floats(n):
    return np.zeros(int(n), np.float32)


@register.register_method(output_names=["n"])
def count(a):
    """a: numbers or bytes -> n: how many, int64 ()."""
    return register.add_stage(size, a, outputs_count=1)


@register.register_method(output_names=["y"])
def zeros(n):
    """n: a number -> y: float32 (n,)."""
    return register.add_stage(floats, n, outputs_count=1)
