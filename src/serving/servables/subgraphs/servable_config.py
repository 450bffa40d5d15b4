"""Two graphs with the same weights, for inputs of two sizes.

A model of several subgraphs, declare_model(model_file=["matmul_0.mindir", "matmul_1.mindir"]), does not start on a CPU:
"Multi subgraph is not support when the backend is lite". So these are two models, called by one function.
"""

from mindspore_serving.server import register

large = register.declare_model(model_file="matmul_0.mindir", model_format="MindIR", with_batch_dim=False)
small = register.declare_model(model_file="matmul_1.mindir", model_format="MindIR", with_batch_dim=False)


def call_both(x, y):
    """x: float32 (128, 96), y: float32 (8, 96) -> float32 (16,)."""
    return large.call(x) + small.call(y)


def call_second_subgraph(x):
    return large.call(x, subgraph=1)


@register.register_method(output_names=["z"])
def predict(x, y):
    """x: float32 (128, 96), y: float32 (8, 96) -> z: float32 (16,), the sum of all rows of x and y times (96, 16)."""
    return register.add_stage(call_both, x, y, outputs_count=1)


@register.register_method(output_names=["z"])
def predict_subgraph(x):
    """x: float32 (128, 96) -> always fails: the model has no second subgraph."""
    return register.add_stage(call_second_subgraph, x, outputs_count=1)
