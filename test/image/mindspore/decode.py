"""What MindSpore's Decode makes of files."""

import base64
import os
import tempfile

import numpy as np
from mindspore.dataset import vision


def decoded(folder):
    # Decode leaves a copy of what it refuses in the working directory.
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as elsewhere:
        os.chdir(elsewhere)
        try:
            return [one(path) for path in sorted(folder.iterdir())]
        finally:
            os.chdir(here)


def one(path):
    try:
        pixels = vision.Decode()(np.frombuffer(path.read_bytes(), np.uint8))
    except RuntimeError:
        return {"file": path.name, "refused": True}
    height, width, channels = pixels.shape
    assert channels == 3 and pixels.dtype == np.uint8
    return {
        "file": path.name,
        "width": width,
        "height": height,
        "pixels": base64.b64encode(pixels.tobytes()).decode(),
    }
