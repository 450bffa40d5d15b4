"""Values as they come, and every kind of value that a Python function may return."""

import numpy as np
from mindspore_serving.server import register


def same(a):
    return a


def swap(a, b):
    return b, a


def all_types(_):
    """int, float, bool, str, bytes, numpy's own scalars, an array without elements, and an argmax."""
    return (5, 1.5, True, "héllo", b"\x00\xff", np.float32(2.5), np.float16(1.5), np.bool_(True),
            np.zeros((0, 3), np.int32), np.argmax(np.arange(8)))


def refuse_13(a):
    if int(a) == 13:
        raise ValueError("13 is not welcome")
    return a


@register.register_method(output_names=["out"])
def echo(a):
    """a: anything -> out: the same; bytes come back as uint8 (n,), as functions are given them."""
    return register.add_stage(same, a, outputs_count=1)


@register.register_method(output_names=["first", "second"])
def echo_swapped(a, b):
    """a, b: anything -> first: b, second: a."""
    return register.add_stage(swap, a, b, outputs_count=2)


@register.register_method(output_names=["i", "f", "b", "s", "y", "f32", "h", "nb", "e", "n"])
def types(a):
    """a: anything -> one output of each kind."""
    return register.add_stage(all_types, a, outputs_count=10)


@register.register_method(output_names=["out"])
def fail_pre(a):
    """a: a number; 13 fails in the first stage."""
    a = register.add_stage(refuse_13, a, outputs_count=1, tag="Preprocess")
    return register.add_stage(same, a, outputs_count=1)


@register.register_method(output_names=["out"])
def fail_post(a):
    """a: a number; 13 fails in the last stage."""
    a = register.add_stage(same, a, outputs_count=1)
    return register.add_stage(refuse_13, a, outputs_count=1, tag="Postprocess")
