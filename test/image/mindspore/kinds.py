"""Small picture files of many kinds, all of them valid: names and contents."""

import io
import struct
import zlib

import bmp as b
import cv2
import numpy as np
from PIL import Image
from png import png
from profiles import odd_cmyk, swapped_srgb

# Not square, not a multiple of a JPEG's blocks, no two corners alike.
WIDTH, HEIGHT = 23, 18
ACROSS, DOWN = np.meshgrid(np.arange(WIDTH), np.arange(HEIGHT))
PIXELS = np.stack([ACROSS * 11, DOWN * 14, (ACROSS * 7 + DOWN * 5) % 256], axis=2).astype(np.uint8)
PIXELS[2:7, 3:9] = [250, 10, 20]
PIXELS[9:14, 12:20] = [5, 240, 30]
GREY = ((ACROSS * 9 + DOWN * 3) % 256).astype(np.uint8)[:, :, None]
ALPHA = ((ACROSS * 31 + DOWN * 17) % 256).astype(np.uint8)[:, :, None]
ALPHA[:5] = 0
ALPHA[14:] = 255
INDICES = ((ACROSS // 2 + DOWN) % 16)[:, :, None]
PALETTE = [(i * 37 + channel * 91) % 256 for i in range(256) for channel in range(3)]
RGB = Image.fromarray(PIXELS)
CMYK = Image.fromarray(np.concatenate([PIXELS, GREY // 2], axis=2), "CMYK")


def kinds():
    for part in (jpegs, odd_jpegs, pngs, colour_pngs, bmps, tiffs, others):
        yield from part()


def saved(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def orientation(value):
    exif = Image.Exif()
    exif[274] = value
    return exif.tobytes()


def jpegs():
    for name in ("444", "422", "420", "411", "440"):
        factor = getattr(cv2, f"IMWRITE_JPEG_SAMPLING_FACTOR_{name}")
        asked = [cv2.IMWRITE_JPEG_QUALITY, 90, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, factor]
        for kind, more in (("", []), ("-progressive", [cv2.IMWRITE_JPEG_PROGRESSIVE, 1])):
            yield f"jpeg-{name}{kind}.jpg", cv2.imencode(".jpg", PIXELS[:, :, ::-1], [*asked, *more])[1].tobytes()
    yield "jpeg-restarts.jpg", saved(RGB, "JPEG", quality=90, restart_marker_blocks=1)
    yield "jpeg-grey.jpg", saved(Image.fromarray(GREY[:, :, 0]), "JPEG", quality=90)
    yield "jpeg-low-quality.jpg", saved(RGB, "JPEG", quality=15)
    for value in range(1, 9):
        yield f"jpeg-exif-{value}.jpg", saved(RGB, "JPEG", quality=90, exif=orientation(value))
    yield "jpeg-icc-swapped.jpg", saved(RGB, "JPEG", quality=95, icc_profile=swapped_srgb())
    both = {"icc_profile": swapped_srgb(), "exif": orientation(6)}
    yield "jpeg-icc-swapped-exif-6.jpg", saved(RGB, "JPEG", quality=95, **both)


def odd_jpegs():
    cmyk = saved(CMYK, "JPEG", quality=90)
    yield "jpeg-cmyk.jpg", cmyk
    yield "jpeg-cmyk-icc.jpg", saved(CMYK, "JPEG", quality=90, icc_profile=odd_cmyk())
    yield "jpeg-ycck.jpg", with_transform(cmyk, 2)
    yield "jpeg-rgb.jpg", saved(RGB, "JPEG", quality=90, keep_rgb=True)


def with_transform(jpeg, transform):
    """The Adobe segment says that the same values mean other colours."""
    at = jpeg.index(b"Adobe") + 11
    return jpeg[:at] + bytes([transform]) + jpeg[at + 1 :]


def pngs():
    for depth in (1, 2, 4, 8, 16):
        grey = GREY.astype(np.uint32) * 257 >> (16 - depth) if depth < 16 else sixteen(GREY)
        yield f"png-grey-{depth}.png", png(grey, "grey", depth)
        clear = struct.pack(">H", int(grey[3, 3, 0]))
        yield f"png-grey-{depth}-trns.png", png(grey, "grey", depth, before=[("tRNS", clear)])
    with_alpha = {"grey-alpha": np.concatenate([GREY, ALPHA], 2), "rgba": np.concatenate([PIXELS, ALPHA], 2)}
    for colour, samples in {"rgb": PIXELS, **with_alpha}.items():
        for depth in (8, 16):
            deep = sixteen(samples) if depth == 16 else samples
            for suffix, interlaced in (("", False), ("-interlaced", True)):
                yield f"png-{colour}-{depth}{suffix}.png", png(deep, colour, depth, interlaced)
            if colour == "rgb":
                clear = struct.pack(">3H", *(int(value) for value in deep[3, 4]))
                yield f"png-rgb-{depth}-trns.png", png(deep, colour, depth, before=[("tRNS", clear)])
    for depth in (1, 2, 4, 8):
        indices = INDICES % 2**depth if depth < 8 else (INDICES * 13) % 256
        palette = PALETTE[: 3 * 2**depth]
        clear = [("tRNS", bytes([0, 128, 255, 60][: 2**depth]))]
        yield f"png-palette-{depth}.png", png(indices, "palette", depth, palette=palette)
        yield f"png-palette-{depth}-trns.png", png(indices, "palette", depth, before=clear, palette=palette)
    yield "png-palette-4-interlaced.png", png(INDICES, "palette", 4, True, palette=PALETTE[:48])
    yield "png-grey-1-interlaced.png", png(GREY >> 7, "grey", 1, True)
    yield "png-one-pixel.png", png(PIXELS[:1, 1:2], "rgb")


def sixteen(samples):
    """The low byte is another than the high one."""
    deep = samples.astype(np.uint32)
    return deep * 256 + (deep * 7 + 131) % 256


def colour_pngs():
    swapped = zlib.compress(swapped_srgb(), 9)
    primaries = [31270, 32900, 30000, 60000, 64000, 33000, 15000, 6000]  # white; green and red in each other's place
    chunks = {
        "gama": [("gAMA", struct.pack(">I", 100000))],
        "gama-dark": [("gAMA", struct.pack(">I", 20000))],
        "chrm": [("gAMA", struct.pack(">I", 45455)), ("cHRM", struct.pack(">8I", *primaries))],
        "srgb": [("sRGB", b"\0")],
        "icc-swapped": [("iCCP", b"swapped\0\0" + swapped)],
        "cicp": [("cICP", bytes([9, 16, 0, 1]))],
        "background": [("bKGD", struct.pack(">3H", 255, 0, 255))],
    }
    for name, before in chunks.items():
        yield f"png-{name}.png", png(PIXELS, "rgb", before=before)
    rgba = np.concatenate([PIXELS, ALPHA], 2)
    yield "png-rgba-8-icc-swapped.png", png(rgba, "rgba", before=chunks["icc-swapped"])
    yield "png-rgba-8-background.png", png(rgba, "rgba", before=chunks["background"])
    for value in (1, 3, 6, 8):
        exif = [("eXIf", orientation(value).removeprefix(b"Exif\0\0"))]
        yield f"png-exif-{value}.png", png(PIXELS, "rgb", before=exif)
    yield "png-rgba-8-exif-6.png", png(rgba, "rgba", before=exif_6())
    yield "png-icc-swapped-exif-6.png", png(PIXELS, "rgb", before=[*chunks["icc-swapped"], *exif_6()])


def exif_6():
    return [("eXIf", orientation(6).removeprefix(b"Exif\0\0"))]


def bmps():
    bgr = PIXELS[:, :, ::-1]
    bgra = np.concatenate([bgr, ALPHA], 2)
    colours = np.zeros((256, 4), np.uint8)
    colours[:, :3] = np.array(PALETTE, np.uint8).reshape(256, 3)
    indices = INDICES[:, :, 0]
    wide = PIXELS.astype(np.uint16) >> 3
    yield "bmp-24.bmp", b.bmp(b.rows(bgr), 24)
    yield "bmp-24-top-down.bmp", b.bmp(b.rows(bgr), 24, is_top_down=True)
    yield "bmp-24-core.bmp", b.core(*b.rows(bgr))
    yield "bmp-8.bmp", b.bmp(b.rows(indices.astype(np.uint8)), 8, palette=colours.tobytes())
    yield "bmp-8-rle.bmp", b.bmp(b.run_lengths(indices), 8, b.RLE8, palette=colours.tobytes())
    yield "bmp-4.bmp", b.bmp(b.bit_rows(indices, 4), 4, palette=colours[:16].tobytes())
    yield "bmp-1.bmp", b.bmp(b.bit_rows(indices % 2, 1), 1, palette=colours[:2].tobytes())
    yield "bmp-16-555.bmp", b.bmp(b.rows(wide[:, :, 0] << 10 | wide[:, :, 1] << 5 | wide[:, :, 2]), 16)
    green = PIXELS[:, :, 1].astype(np.uint16) >> 2
    fields = struct.pack("<3I", 0xF800, 0x7E0, 0x1F)
    sixteen_bits = b.rows(wide[:, :, 0] << 11 | green << 5 | wide[:, :, 2])
    yield "bmp-16-565.bmp", b.bmp(sixteen_bits, 16, b.BITFIELDS, masks=fields)
    yield "bmp-32.bmp", b.bmp(b.rows(bgra), 32)
    yield "bmp-32-zeros.bmp", b.bmp(b.rows(np.concatenate([bgr, 0 * ALPHA], 2)), 32)
    yield "bmp-32-v3-fields.bmp", b.bmp(b.rows(bgra), 32, b.BITFIELDS, masks=b.MASKS)
    yield "bmp-32-v4-alpha.bmp", b.bmp(b.rows(bgra), 32, b.BITFIELDS, header=108, masks=b.MASKS)
    yield "bmp-32-v5-alpha.bmp", b.bmp(b.rows(bgra), 32, b.BITFIELDS, header=124, masks=b.MASKS)
    yield "bmp-32-v5-no-fields.bmp", b.bmp(b.rows(bgra), 32, header=124)


def tiffs():
    yield "tiff-rgb.tif", saved(RGB, "TIFF")
    yield "tiff-lzw.tif", saved(RGB, "TIFF", compression="tiff_lzw")
    yield "tiff-deflate.tif", saved(RGB, "TIFF", compression="tiff_adobe_deflate")
    yield "tiff-grey.tif", saved(Image.fromarray(GREY[:, :, 0]), "TIFF")
    yield "tiff-rgba.tif", saved(Image.fromarray(np.concatenate([PIXELS, ALPHA], 2)), "TIFF")
    yield "tiff-turned-3.tif", turned_tiff(3)
    yield "tiff-turned-6.tif", turned_tiff(6)


def turned_tiff(value):
    """Pillow would turn the pixels back: the value is written over another."""
    file = bytearray(saved(RGB, "TIFF", tiffinfo={274: 1}))
    (directory,) = struct.unpack_from("<I", file, 4)
    for entry in range(directory + 2, directory + 2 + 12 * struct.unpack_from("<H", file, directory)[0], 12):
        if struct.unpack_from("<H", file, entry)[0] == 274:
            struct.pack_into("<H", file, entry + 8, value)
    return bytes(file)


def others():
    yield "gif.gif", saved(RGB.quantize(16), "GIF")
    yield "webp-lossless.webp", saved(RGB, "WEBP", lossless=True)
    yield "webp.webp", saved(RGB, "WEBP", quality=80)
    yield "avif.avif", saved(RGB, "AVIF", quality=80)
