"""A pipeline of two models, and one with functions between them, on 2x2 matrices."""

from mindspore_serving.server import register

add_model = register.declare_model(model_file="tensor_add.mindir", model_format="MindIR", with_batch_dim=False)
sub_model = register.declare_model(model_file="tensor_sub.mindir", model_format="MindIR", with_batch_dim=False)


def plus_one(x):
    """x: any array -> the same dtype and shape."""
    return x + 1


@register.register_method(output_names=["y"])
def add_sub_only_model(x1, x2, x3):
    """x1, x2, x3: float32 of 4 elements -> y = x1 + x2 - x3: float32 (2, 2)."""
    sum_ = register.add_stage(add_model, x1, x2, outputs_count=1)
    return register.add_stage(sub_model, sum_, x3, outputs_count=1)


@register.register_method(output_names=["y"])
def add_sub_complex(x1, x2, x3):
    """x1, x2, x3: float32 of 4 elements -> y = x1 + x2 + 1 - x3 + 1: float32 (2, 2)."""
    sum_ = register.add_stage(add_model, x1, x2, outputs_count=1)
    sum_ = register.add_stage(plus_one, sum_, outputs_count=1)
    difference = register.add_stage(sub_model, sum_, x3, outputs_count=1)
    return register.add_stage(plus_one, difference, outputs_count=1)
