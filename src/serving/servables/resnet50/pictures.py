"""Encoded images to the model's input: by mindspore.dataset where it is installed, otherwise by Pillow and numpy."""

import io
from importlib.util import find_spec

import numpy as np
from PIL import Image, UnidentifiedImageError

SIDE = 224

if find_spec("mindspore"):
    from mindspore.dataset import vision

    from .jpeg import expect_whole

    resize = vision.Resize((SIDE, SIDE), vision.Inter.LINEAR)
    _decode = vision.Decode()
    _good_jpeg = io.BytesIO()
    Image.new("RGB", (1, 1)).save(_good_jpeg, "JPEG")

    def decode(image):
        """image: uint8 (n,), an encoded image -> uint8 (height, width, 3), RGB; alpha is dropped."""
        expect_whole(image)
        try:
            return _decode(image)
        except RuntimeError:
            _forget_failure()
            raise

    def _forget_failure():
        """A JPEG that it refused may leave an error to the next one: here that is one of no use."""
        try:
            _decode(np.frombuffer(_good_jpeg.getvalue(), np.uint8))
        except RuntimeError:
            pass

else:
    from mindspore_serving import log

    log.warning("MindSpore is not installed: Pillow decodes images, not mindspore.dataset.")

    def decode(image):
        """image: uint8 (n,), an encoded image -> uint8 (height, width, 3), RGB; alpha is dropped, as by MindSpore."""
        if not isinstance(image, np.ndarray):
            raise TypeError(f"The encoded image should be bytes, but is {type(image).__name__}.")
        try:
            # The formats that MindSpore reads.
            with Image.open(io.BytesIO(image.tobytes()), formats=("JPEG", "PNG", "BMP", "TIFF")) as opened:
                return np.asarray(opened.convert("RGB"))
        except UnidentifiedImageError:
            raise ValueError("The encoded image is not a JPEG, PNG, BMP or TIFF file.") from None

    def resize(pixels):
        """pixels: uint8 (height, width, 3) -> uint8 (224, 224, 3).

        As mindspore.dataset's Inter.LINEAR: between two neighbours an axis, without antialiasing, in its fixed point.
        """
        left, right, to_left, to_right = _neighbours(pixels.shape[1])
        top, bottom, to_top, to_bottom = _neighbours(pixels.shape[0])

        def narrowed(rows):
            rows = rows.astype(np.int32)
            return rows[:, left] * to_left[:, None] + rows[:, right] * to_right[:, None] >> 4

        upper = narrowed(pixels[top]) * to_top[:, None, None] >> 16
        lower = narrowed(pixels[bottom]) * to_bottom[:, None, None] >> 16
        return (upper + lower + 2 >> 2).astype(np.uint8)

    def _neighbours(size):
        """For each of 224 places in a row of `size` pixels: the two nearest, and their weights times 2048."""
        place = np.float32((np.arange(SIDE) + 0.5) * (size / SIDE) - 0.5)
        before = np.floor(place).astype(int)
        share = place - before
        weights = [np.rint(weight * 2048).astype(np.int32) for weight in (1 - share, share)]
        return (*(np.clip(index, 0, size - 1) for index in (before, before + 1)), *weights)


def preprocess(image):
    """image: uint8 (n,), an encoded image -> float32 (3, 224, 224), RGB in [0, 1]."""
    pixels = resize(decode(image)).astype(np.float32) * np.float32(1 / 255)
    return np.ascontiguousarray(pixels.transpose(2, 0, 1))
