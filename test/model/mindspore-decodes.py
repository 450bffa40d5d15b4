"""Writes mindspore-decodes.json: small pictures of many kinds, and what the real Decode makes of each.

Decode is that of mindspore.dataset, with which the servables of MindSpore Serving's own examples begin. Python 3.9:

    pip install mindspore==2.0.0 "numpy<1.24" "pillow<10"
    python test/model/mindspore-decodes.py
"""

import base64
import io
import json
import os
import struct
import tempfile
from pathlib import Path

import numpy as np
from mindspore.dataset import vision
from PIL import Image

HERE = Path(__file__).resolve().parent

WIDTH, HEIGHT = 15, 10
PIXELS = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
PIXELS[:, :7] = [200, 30, 20]
PIXELS[:, 7:] = [10, 40, 220]
PIXELS[:4, :4] = [250, 250, 20]
ALPHA = np.full((HEIGHT, WIDTH, 1), 255, np.uint8)
ALPHA[5:] = 0
ALPHA[4] = 128

RGB = Image.fromarray(PIXELS)
RGBA = Image.fromarray(np.concatenate([PIXELS, ALPHA], axis=2))
DEEP = Image.fromarray((np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) * 400).astype(np.uint16))


def encoded(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def turned_tiff(orientation):
    """The value is written over another, since Pillow turns the pixels of what it reads."""
    file = bytearray(encoded(RGB, "TIFF", tiffinfo={274: 1}))
    (ifd,) = struct.unpack_from("<I", file, 4)
    for entry in range(ifd + 2, ifd + 2 + 12 * struct.unpack_from("<H", file, ifd)[0], 12):
        if struct.unpack_from("<H", file, entry)[0] == 274:
            struct.pack_into("<H", file, entry + 8, orientation)
    return bytes(file)


def pictures():
    exif = Image.Exif()
    exif[274] = 6
    yield "JPEG", encoded(RGB, "JPEG", quality=95)
    yield "JPEG, progressive", encoded(RGB, "JPEG", progressive=True)
    yield "JPEG, grey", encoded(RGB.convert("L"), "JPEG")
    yield "JPEG, on its side", encoded(RGB, "JPEG", exif=exif)
    yield "PNG", encoded(RGB, "PNG")
    yield "PNG, on its side", encoded(RGB, "PNG", exif=exif)
    yield "PNG with alpha", encoded(RGBA, "PNG")
    yield "PNG, grey with alpha", encoded(RGBA.convert("LA"), "PNG")
    yield "PNG of a palette with a transparent colour", encoded(RGB.quantize(4), "PNG", transparency=0)
    yield "PNG of 16 bits", encoded(DEEP, "PNG")
    yield "BMP of 24 bits", encoded(RGB, "BMP")
    yield "BMP of 32 bits", encoded(RGBA, "BMP")
    yield "BMP of 8 bits", encoded(RGB.quantize(4), "BMP")
    yield "BMP of 1 bit", encoded(RGB.convert("1"), "BMP")
    yield "TIFF", encoded(RGB, "TIFF")
    yield "TIFF, LZW", encoded(RGB, "TIFF", compression="tiff_lzw")
    yield "TIFF, deflate", encoded(RGB, "TIFF", compression="tiff_adobe_deflate")
    yield "TIFF, grey", encoded(RGB.convert("L"), "TIFF")
    yield "TIFF of two pages", encoded(RGB, "TIFF", save_all=True, append_images=[RGB.rotate(180)])
    for orientation in range(2, 9):
        yield f"TIFF, orientation {orientation}", turned_tiff(orientation)
    yield "GIF", encoded(RGB, "GIF")
    yield "WebP", encoded(RGB, "WEBP", lossless=True)
    yield "no bytes", b""
    yield "a text", b"no image at all"
    yield "SVG", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    yield "the beginning of a HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
    yield "the beginning of a PNG", encoded(RGB, "PNG")[:60]
    yield "the beginning of a BMP", encoded(RGB, "BMP")[:200]
    yield "the beginning of a TIFF", encoded(RGB, "TIFF")[:200]
    yield "the head of a JPEG", encoded(RGB, "JPEG")[:100]


def outcome(file):
    try:
        pixels = vision.Decode()(np.frombuffer(file, np.uint8))
    except RuntimeError as error:
        return {"error": str(error)}
    return {"shape": pixels.shape, "pixels_base64": base64.b64encode(pixels.tobytes()).decode()}


def main():
    # Decode leaves what it refuses in the working directory.
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        lines = [
            json.dumps({"name": name, "base64": base64.b64encode(file).decode(), **outcome(file)})
            for name, file in pictures()
        ]
        os.chdir(HERE)
    text = ",\n".join(lines)
    (HERE / "mindspore-decodes.json").write_text(f"[\n{text}\n]\n", encoding="utf-8")


main()
