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
from PIL import Image, ImageCms
from raw_files import BITFIELDS, RLE4, RLE8, WIDE_MASKS, bmp, core_bmp, nibbles, padded, png, runs

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
# Every value differs from its neighbours, so that chroma that is made larger another way shows.
NOISE = np.random.default_rng(1).integers(0, 2**16, (HEIGHT, WIDTH, 4), np.uint16)
NOISY = Image.fromarray((NOISE[:, :, :3] >> 8).astype(np.uint8))
INKS = Image.fromarray((NOISE >> 8).astype(np.uint8), "CMYK")
DEEP_NOISE = NOISE.astype(">u2")


def encoded(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def with_tag(tiff, tag, number):
    """A TIFF with another number in a tag that it has. Pillow itself would change the pixels with it."""
    file = bytearray(tiff)
    (ifd,) = struct.unpack_from("<I", file, 4)
    for entry in range(ifd + 2, ifd + 2 + 12 * struct.unpack_from("<H", file, ifd)[0], 12):
        if struct.unpack_from("<H", file, entry)[0] == tag:
            struct.pack_into("<H", file, entry + 8, number)
    return bytes(file)


def turned_tiff(orientation):
    return with_tag(encoded(RGB, "TIFF", tiffinfo={274: 1}), 274, orientation)


def profile_of_other_primaries():
    """sRGB with red and blue exchanged: whoever heeds it shows other colours."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    places = {}
    for entry in range(132, 132 + 12 * struct.unpack_from(">I", profile, 128)[0], 12):
        places[bytes(profile[entry:entry + 4])] = bytes(profile[entry + 4:entry + 12]), entry + 4
    for name, other in ((b"rXYZ", b"bXYZ"), (b"bXYZ", b"rXYZ")):
        at = places[name][1]
        profile[at:at + 8] = places[other][0]
    return bytes(profile)


def with_adobe(jpeg, transform=None):
    """A CMYK JPEG of Pillow's whose Adobe marker says another transform (2: its inks are YCCK), or has none."""
    at = jpeg.index(b"Adobe")
    if transform is None:
        return jpeg[:at - 4] + jpeg[at - 2 + int.from_bytes(jpeg[at - 2:at], "big"):]
    return jpeg[:at + 11] + bytes([transform]) + jpeg[at + 12:]


def pictures():
    exif = Image.Exif()
    exif[274] = 6
    yield "JPEG", encoded(RGB, "JPEG", quality=95)
    yield "JPEG, progressive", encoded(RGB, "JPEG", progressive=True)
    yield "JPEG, grey", encoded(RGB.convert("L"), "JPEG")
    yield "JPEG, on its side", encoded(RGB, "JPEG", exif=exif)
    other = profile_of_other_primaries()
    for chroma in ("4:4:4", "4:2:2", "4:2:0"):
        yield f"JPEG, noise, {chroma}", encoded(NOISY, "JPEG", subsampling=chroma, quality=90)
    yield "JPEG with a profile", encoded(NOISY, "JPEG", icc_profile=other)
    inks = encoded(INKS, "JPEG", quality=95)
    yield "JPEG of inks, stored inverted", inks
    yield "JPEG of inks, without Adobe's marker", with_adobe(inks)
    yield "JPEG of inks as YCCK", with_adobe(inks, 2)
    yield "JPEG of inks with a profile", encoded(INKS, "JPEG", icc_profile=other)
    yield "PNG", encoded(RGB, "PNG")
    yield "PNG, on its side", encoded(RGB, "PNG", exif=exif)
    yield "PNG with alpha", encoded(RGBA, "PNG")
    yield "PNG, grey with alpha", encoded(RGBA.convert("LA"), "PNG")
    yield "PNG of a palette with a transparent colour", encoded(RGB.quantize(4), "PNG", transparency=0)
    yield "PNG of 16 bits", encoded(DEEP, "PNG")
    yield "PNG of 16 bits, in colours", png(DEEP_NOISE[:, :, :3], 2, depth=16)
    yield "PNG of 16 bits, with alpha", png(DEEP_NOISE, 6, depth=16)
    yield "PNG, interlaced", png(NOISE[:, :, :3].astype(np.uint8), 2, interlaced=True)
    yield "PNG with a gamma", png(PIXELS, 2, (b"gAMA", struct.pack(">I", 100_000)))
    yield "PNG with a profile", encoded(NOISY, "PNG", icc_profile=other)
    yield "PNG with a colour that is transparent", encoded(RGB, "PNG", transparency=(200, 30, 20))
    yield "PNG, grey, with a shade that is transparent", encoded(RGB.convert("L"), "PNG", transparency=0)
    yield "BMP of 24 bits", encoded(RGB, "BMP")
    yield "BMP of 32 bits", encoded(RGBA, "BMP")
    yield "BMP of 8 bits", encoded(RGB.quantize(4), "BMP")
    yield "BMP of 1 bit", encoded(RGB.convert("1"), "BMP")
    yield from bmps()
    yield "TIFF", encoded(RGB, "TIFF")
    yield "TIFF, LZW", encoded(RGB, "TIFF", compression="tiff_lzw")
    yield "TIFF, deflate", encoded(RGB, "TIFF", compression="tiff_adobe_deflate")
    yield "TIFF, grey", encoded(RGB.convert("L"), "TIFF")
    yield "TIFF of two pages", encoded(RGB, "TIFF", save_all=True, append_images=[RGB.rotate(180)])
    for orientation in range(2, 9):
        yield f"TIFF, orientation {orientation}", turned_tiff(orientation)
    yield "TIFF with alpha", encoded(RGBA, "TIFF")
    yield "TIFF with a fourth channel", with_tag(encoded(RGBA, "TIFF"), 338, 0)
    yield "TIFF of inks", encoded(INKS, "TIFF")
    yield "TIFF of 16 bits, grey", encoded(DEEP, "TIFF")
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


def bmps():
    blue_first = [padded(row[:, ::-1].tobytes()) for row in PIXELS[::-1]]
    wide = [row.tobytes() for row in np.concatenate([PIXELS, ALPHA], axis=2)[::-1]]
    swapped = [row.tobytes() for row in np.concatenate([PIXELS[:, :, ::-1], ALPHA], axis=2)[::-1]]
    size = WIDTH, HEIGHT
    yield "BMP from the top down", bmp(blue_first[::-1], WIDTH, -HEIGHT, 24)
    yield "BMP with the header of OS/2", core_bmp(blue_first, *size, 24)
    yield "BMP with a header of 124 bytes", bmp(blue_first, *size, 24, header=124)
    yield "BMP of 32 bits with the usual masks", bmp(swapped, *size, 32, compression=BITFIELDS, masks=WIDE_MASKS)
    for header in (40, 108, 124):
        name = f"BMP of 32 bits with masks for red first, {header} bytes"
        yield name, bmp(wide, *size, 32, compression=BITFIELDS, header=header, masks=WIDE_MASKS[::-1])

    red, green, blue = (NOISE[::-1, :, channel] >> 11 for channel in range(3))
    five = [padded(row.astype("<u2").tobytes()) for row in red << 10 | green << 5 | blue]
    six = [padded(row.astype("<u2").tobytes()) for row in red << 11 | (NOISE[::-1, :, 1] >> 10) << 5 | blue]
    yield "BMP of 16 bits", bmp(five, *size, 16)
    yield "BMP of 16 bits, masks of 5, 5 and 5", bmp(five, *size, 16, compression=BITFIELDS, masks=(0x7C00, 0x3E0, 0x1F))
    yield "BMP of 16 bits, masks of 5, 6 and 5", bmp(six, *size, 16, compression=BITFIELDS, masks=(0xF800, 0x7E0, 0x1F))
    yield "BMP of 16 bits, other masks", bmp(six, *size, 16, compression=BITFIELDS, masks=(0xF00, 0xF0, 0xF))
    yield "BMP of 16 bits, masks in the header", bmp(
        six, *size, 16, compression=BITFIELDS, header=108, masks=(0xF800, 0x7E0, 0x1F))

    colours = [(200, 30, 20), (10, 40, 220), (250, 250, 20), (1, 2, 3), (90, 80, 70)]
    numbers = NOISE[::-1, :, 0] % 5
    numbers[3, 2:9] = 4
    bytes_ = [padded(row.astype(np.uint8).tobytes()) for row in numbers]
    halves = [padded(nibbles(row)) for row in numbers]
    some = {"palette": colours, "counted": 5}
    yield "BMP of 4 bits", bmp(halves, *size, 4, palette=colours + [(0, 0, 0)] * 11)
    yield "BMP of 4 bits, few colours", bmp(halves, *size, 4, **some)
    yield "BMP of 8 bits, fewer colours than it names", bmp(bytes_, *size, 8, palette=colours[:4], counted=4)
    yield "BMP of 4 bits with the header of OS/2", core_bmp(halves, *size, 4, colours + [(9, 9, 9)] * 11)
    yield "BMP of 8 bits in runs", bmp([runs(numbers, 8)], *size, 8, compression=RLE8, **some)
    yield "BMP of 4 bits in runs", bmp([runs(numbers, 4)], *size, 4, compression=RLE4, **some)
    gaps = bytes([5, 1, 0, 2, 3, 2, 4, 2, 0, 0, 6, 3, 0, 1])
    yield "BMP of 8 bits in runs with gaps", bmp([gaps], *size, 8, compression=RLE8, **some)
    yield "BMP that is compressed as a JPEG", bmp(blue_first, *size, 24, compression=4)


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
