"""Encoded images to small grey ones: decoded by mindspore.dataset where it is installed, otherwise by Pillow."""

import io
from importlib.util import find_spec

import numpy as np

GREY = np.array([0.299, 0.587, 0.114], np.float32)  # Of red, green and blue: ITU-R BT.601.

if find_spec("mindspore"):
    from mindspore.dataset import vision

    decode = vision.Decode()

else:
    from PIL import Image

    def decode(image):
        """image: uint8 (n,), an encoded image -> uint8 (height, width, 3), RGB."""
        with Image.open(io.BytesIO(image.tobytes()), formats=("JPEG", "PNG", "BMP", "TIFF")) as opened:
            return np.asarray(opened.convert("RGB"))


def decode_grey(image):
    """image: uint8 (n,), an encoded image -> float32 (height, width), 0 to 255."""
    return decode(image) @ GREY


def shrink(grey, side):
    """grey: float32 (height, width) -> float32 (side, side): the mean of what lies in each field."""
    height, width = grey.shape
    return _fields(height, side) @ grey @ _fields(width, side).T


def _fields(size, count):
    """float32 (count, size): which part of each field every pixel of a row is; `size` pixels lie in `count` fields."""
    edges = np.arange(count + 1) * (size / count)
    pixel = np.arange(size)
    overlap = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
    return (np.clip(overlap, 0, None) * (count / size)).astype(np.float32)
