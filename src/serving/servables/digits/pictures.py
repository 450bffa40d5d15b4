"""Encoded images of any size to small grey ones."""

import numpy as np

from resnet50.pictures import decode  # Serving has the directory of all servables on Python's path.

GREY = np.array([0.299, 0.587, 0.114], np.float32)  # Of red, green and blue: ITU-R BT.601.


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
