"""Encoded images to the model's input: by mindspore.dataset where it is installed, otherwise by Pillow and numpy."""

import io
from importlib.util import find_spec

import numpy as np
from PIL import Image

SIDE = 224

if find_spec("mindspore"):
    from mindspore.dataset import vision

    _decode = vision.Decode()
    _resize = vision.Resize((SIDE, SIDE), vision.Inter.LINEAR)
    _rescale = vision.Rescale(1 / 255, 0.0)
    _to_chw = vision.HWC2CHW()
    _good_jpeg = io.BytesIO()
    Image.new("RGB", (1, 1)).save(_good_jpeg, "JPEG")

    def preprocess(image):
        """image: uint8 (n,), an encoded image -> float32 (3, 224, 224), RGB in [0, 1]."""
        try:
            decoded = _decode(image)
        except RuntimeError:
            _forget_failure()
            raise
        return _to_chw(_rescale(_resize(decoded)))

    def _forget_failure():
        """MindSpore 2.0.0 fails the JPEG after a broken one too ("Empty input file"): here that is one of no use."""
        try:
            _decode(np.frombuffer(_good_jpeg.getvalue(), np.uint8))
        except RuntimeError:
            pass

else:
    from mindspore_serving import log

    log.warning("MindSpore is not installed: resnet50 decodes images by Pillow, not by mindspore.dataset.")

    def preprocess(image):
        """image: uint8 (n,), an encoded image -> float32 (3, 224, 224), RGB in [0, 1]."""
        with Image.open(io.BytesIO(image.tobytes()), formats=("JPEG", "PNG", "BMP", "TIFF")) as opened:
            pixels = np.asarray(opened.convert("RGB"), np.float32)
        resized = _between(_between(pixels, 0), 1)
        return np.ascontiguousarray(np.rint(resized).transpose(2, 0, 1)) / np.float32(255)

    def _between(pixels, axis):
        """Resizes one axis as mindspore.dataset's Inter.LINEAR does: between two neighbours, without antialiasing."""
        size = pixels.shape[axis]
        place = np.clip((np.arange(SIDE) + 0.5) * (size / SIDE) - 0.5, 0, size - 1)
        before = place.astype(int)
        share = np.float32(place - before).reshape([-1 if k == axis else 1 for k in range(pixels.ndim)])
        after = np.minimum(before + 1, size - 1)
        return pixels.take(before, axis) * (1 - share) + pixels.take(after, axis) * share
