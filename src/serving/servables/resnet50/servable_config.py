"""What an image shows, by the tutorial's servable name. The model is EfficientNet-B0 with its ImageNet-1k weights.

The methods take image, the bytes of a JPEG, PNG, BMP or TIFF file, and give label, the text of the best class;
classify_top5 gives the five best, joined by ";" because labels have commas of their own, and their scores.
classify_pixels_top5 gives the same for pixels, which are what preprocess makes of an image.
"""

import json
from pathlib import Path

import numpy as np
from mindspore_serving.server import register

from .pictures import preprocess

TOP = 5
BATCH = 8  # Images that one call of a batch function is given at most.

labels = json.loads(Path(__file__).with_name("labels.json").read_text(encoding="utf-8"))
model = register.declare_model(model_file="efficientnet_b0.mindir", model_format="MindIR", with_batch_dim=True)


def preprocess_eager(image):
    """image: uint8 (n,), an encoded image -> float32 (3, 224, 224)."""
    return preprocess(image)


def preprocess_batch(instances):
    """The same for a batch, one after the other: an image that fails costs only its own instance."""
    for (image,) in instances:
        yield preprocess(image)


def postprocess_top1(score):
    """score: float32 (1000,) -> label."""
    return labels[np.argmax(score)]


def postprocess_top5(score):
    """score: float32 (1000,) -> five labels joined by ";" and their scores, float32 (5,), best first."""
    best = np.argsort(-score, kind="stable")[:TOP]
    return ";".join(labels[index] for index in best), score[best]


def call_resnet_model(image):
    """image: uint8 (n,), an encoded image -> label. The model is called inside of the function."""
    return postprocess_top1(model.call(preprocess(image)))


def call_resnet_model_batch(instances):
    """The same for a batch, with one call of the model."""
    images = [_preprocessed(image) for (image,) in instances]
    good = [[image] for image in images if not isinstance(image, Exception)]
    scores = iter(model.call(good) if good else ())
    for image in images:
        # Serving asks for the instances behind a failure again: raised before its turn it would fail the first one.
        if isinstance(image, Exception):
            raise image
        yield postprocess_top1(next(scores)[0])


def _preprocessed(image):
    try:
        return preprocess(image)
    except Exception as error:  # Whatever it is, it belongs to this image.
        return error


@register.register_method(output_names=["label"])
def classify_top1(image):
    image = register.add_stage(preprocess_eager, image, outputs_count=1)
    score = register.add_stage(model, image, outputs_count=1)
    return register.add_stage(postprocess_top1, score, outputs_count=1)


@register.register_method(output_names=["label", "score"])
def classify_top5(image):
    image = register.add_stage(preprocess_eager, image, outputs_count=1)
    score = register.add_stage(model, image, outputs_count=1)
    return register.add_stage(postprocess_top5, score, outputs_count=2)


@register.register_method(output_names=["label", "score"])
def classify_pixels_top5(pixels):
    """pixels: float32 (3, 224, 224), RGB in [0, 1] -> label and score, as classify_top5. Shapes are not checked."""
    score = register.add_stage(model, pixels, outputs_count=1)
    return register.add_stage(postprocess_top5, score, outputs_count=2)


@register.register_method(output_names=["label"])
def classify_top1_batch(image):
    image = register.add_stage(preprocess_batch, image, outputs_count=1, batch_size=BATCH)
    score = register.add_stage(model, image, outputs_count=1)
    return register.add_stage(postprocess_top1, score, outputs_count=1)


@register.register_method(output_names=["label"])
def classify_top1_v2(image):
    return register.add_stage(call_resnet_model, image, outputs_count=1)


@register.register_method(output_names=["label"])
def classify_top1_v3(image):
    return register.add_stage(call_resnet_model_batch, image, outputs_count=1, batch_size=BATCH)
