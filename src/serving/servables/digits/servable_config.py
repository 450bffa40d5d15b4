"""Which digit somebody has written: light ink on black, as in MNIST. The model takes two digits a run."""

import numpy as np
from mindspore_serving.server import register

from .pictures import decode_grey, shrink

SIDE = 8

model = register.declare_model(model_file="digits.mindir", model_format="MindIR", with_batch_dim=True)


def preprocess(image):
    """image: uint8 (n,), an encoded image -> float32 (1, 8, 8) in [0, 1]."""
    return shrink(decode_grey(image), SIDE)[None] / np.float32(255)


def as_model_input(pixels):
    """pixels: float32 (8, 8), or 64 elements in another shape -> float32 (1, 8, 8)."""
    return pixels.reshape(1, SIDE, SIDE)


def best(score):
    """score: float32 (10,) -> digit, int64 ()."""
    return np.argmax(score)


def best_and_score(score):
    """score: float32 (10,) -> digit, int64 (), and the same score."""
    return np.argmax(score), score


@register.register_method(output_names=["label"])
def classify_top1(image):
    """image: bytes of an encoded image of any size -> label: int64 (), 0 to 9."""
    image = register.add_stage(preprocess, image, outputs_count=1)
    score = register.add_stage(model, image, outputs_count=1)
    return register.add_stage(best, score, outputs_count=1)


@register.register_method(output_names=["label", "score"])
def classify_pixels(pixels):
    """pixels: float32 (8, 8) in [0, 1] -> label: int64 (), 0 to 9; score: float32 (10,), probabilities."""
    pixels = register.add_stage(as_model_input, pixels, outputs_count=1)
    score = register.add_stage(model, pixels, outputs_count=1)
    return register.add_stage(best_and_score, score, outputs_count=2)
