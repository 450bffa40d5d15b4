"""Pixels that are computed from their place, the same as made-pixels.ts computes."""

import numpy as np


def made_pixels(width, height, seed, kind):
    """uint8 [height, width, 3]: "noise" has every value beside every other, "extremes" only 0 and 255."""
    bits = np.arange(width * height * 3, dtype=np.uint32) + np.uint32(seed)
    for factor, shift in ((0x9E3779B1, 15), (0x85EBCA6B, 13), (0xC2B2AE35, 16)):
        bits = bits * np.uint32(factor)
        bits ^= bits >> np.uint32(shift)
    values = bits & np.uint32(255)
    if kind == "extremes":
        values = (values >> np.uint32(7)) * np.uint32(255)
    return values.astype(np.uint8).reshape(height, width, 3)
