"""The tutorial's servable: y = x1 + x2 on 2x2 matrices."""

import numpy as np
from mindspore_serving.server import register

model = register.declare_model(model_file="tensor_add.mindir", model_format="MindIR", with_batch_dim=False)


def add_trans_datatype(x1, x2):
    """Any numeric arrays -> float32, same shapes."""
    return x1.astype(np.float32), x2.astype(np.float32)


@register.register_method(output_names=["y"])
def add_common(x1, x2):
    """x1, x2: float32 of 4 elements -> y: float32 (2, 2)."""
    return register.add_stage(model, x1, x2, outputs_count=1)


@register.register_method(output_names=["y"])
def add_cast(x1, x2):
    """x1, x2: any numeric dtype, 4 elements -> y: float32 (2, 2)."""
    x1, x2 = register.add_stage(add_trans_datatype, x1, x2, outputs_count=2)
    return register.add_stage(model, x1, x2, outputs_count=1)
