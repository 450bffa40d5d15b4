"""What the model takes for a photo, made by mindspore.dataset on the caller's side."""

from pathlib import Path

import numpy as np
from mindspore.dataset import vision
from mindspore_serving.client import Client

SIDE = 224


def pixels_of(file):
    """bytes of an encoded image -> float32 (3, 224, 224), RGB in [0, 1]."""
    picture = vision.Decode()(np.frombuffer(file, np.uint8))
    return vision.ToTensor()(vision.Resize((SIDE, SIDE))(picture))


def as_file_and_as_pixels(photo):
    def ask(address):
        file = photo.read_bytes()
        sent = Client(address, "resnet50", "classify_top5").infer({"image": file})[0]
        made = Client(address, "resnet50", "classify_pixels_top5").infer({"pixels": pixels_of(file)})[0]
        return made["label"], made["label"] == sent["label"], np.array_equal(made["score"], sent["score"])
    return ask


def cases(photos):
    return {
        f"{photo.stem} as a file and as pixels": as_file_and_as_pixels(photo)
        for photo in sorted(Path(photos).glob("*.jpg"))
    }
