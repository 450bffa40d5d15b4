"""What MindSpore's Resize, CenterCrop, Rescale, ToTensor, Normalize and TypeCast make of made pixels."""

import base64
import hashlib

import mindspore
import numpy as np
from made_pixels import made_pixels
from mindspore.dataset import transforms, vision
from mindspore.dataset.vision import Inter

INTERPOLATIONS = {
    "linear": Inter.LINEAR,
    "nearest": Inter.NEAREST,
    "area": Inter.AREA,
    "cubic": Inter.BICUBIC,
}

# Source and result, width and height each.
SIZES = [
    ((37, 23), (37, 23)),
    ((37, 23), (11, 7)),
    ((37, 23), (100, 61)),
    ((37, 23), (19, 40)),
    ((37, 23), (50, 9)),
    ((37, 23), (37, 9)),
    ((37, 23), (37, 50)),
    ((37, 23), (1, 1)),
    ((64, 48), (32, 24)),
    ((64, 48), (32, 48)),
    ((64, 48), (16, 12)),
    ((64, 48), (64, 12)),
    ((1, 240), (1, 60)),
    ((64, 48), (21, 16)),
    ((63, 48), (21, 16)),
    ((64, 48), (128, 96)),
    ((64, 48), (128, 24)),
    ((64, 48), (31, 23)),
    ((1, 1), (5, 3)),
    ((1, 1), (1000, 7)),
    ((1, 17), (9, 4)),
    ((17, 1), (4, 9)),
    ((2, 2), (3, 3)),
    ((3, 2), (2, 3)),
    ((5, 7), (4, 6)),
    ((1200, 3), (7, 2)),
    ((641, 427), (224, 224)),
    ((640, 480), (341, 256)),
    ((301, 977), (256, 830)),
    ((1000, 700), (3, 2)),
    ((224, 224), (225, 223)),
    ((2048, 5), (1023, 6)),
    ((4000, 300), (341, 256)),
    ((2003, 3), (2000, 2)),
    ((3, 2003), (2, 2000)),
]

# Shorter side: source, size. The third and the later ones are where exact and float32 arithmetic differ.
SHORT_SIDES = [
    ((640, 480), 256),
    ((480, 640), 256),
    ((464, 978), 232),
    ((300, 300), 224),
    ((1, 9), 1),
    ((9, 1), 2),
    ((333, 999), 111),
    ((49, 5), 5),
    ((4032, 30), 17),
]

# Source and crop, width and height each; CenterCrop refuses four times a side and more.
CROPS = [
    ((40, 30), (24, 24)),
    ((41, 31), (24, 24)),
    ((40, 30), (40, 30)),
    ((40, 30), (23, 1)),
    ((7, 5), (8, 8)),
    ((7, 5), (10, 10)),
    ((7, 5), (27, 19)),
    ((7, 6), (3, 9)),
    ((7, 6), (10, 3)),
    ((1, 1), (3, 3)),
]

# MindSpore raises an error for each.
REFUSED_SIZES = [((1, 1), (1001, 1)), ((2, 3), (2, 3001))]
REFUSED_CROPS = [((4, 4), (16, 4)), ((4, 4), (2, 16)), ((10, 3), (10, 12))]

IMAGENET = {"mean": [123.675, 116.28, 103.53], "std": [58.395, 57.12, 57.375]}
SHARES = {"mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225]}
HALVES = {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]}
MIDDLE = {"mean": [127.5, 127.5, 127.5], "std": [127.5, 127.5, 127.5]}
ODD = {"mean": [0.1, 1 / 3, 1e-9], "std": [1e-3, 7.7, 254.9]}


def told(result):
    """Enough to compare with, and its beginning to see how it differs."""
    hashed = hashlib.sha256(result.tobytes()).hexdigest()
    return {"shape": list(result.shape), "sha256": hashed, "start": result.reshape(-1)[:6].tolist()}


def sides(width, height):
    """As Resize and CenterCrop take them."""
    return [height, width]


def resizes():
    for name, interpolation in INTERPOLATIONS.items():
        for seed, ((width, height), size) in enumerate(SIZES):
            for kind in ("noise", "extremes"):
                pixels = made_pixels(width, height, seed, kind)
                result = vision.Resize(sides(*size), interpolation)(pixels)
                yield {
                    "source": {"width": width, "height": height, "seed": seed, "kind": kind},
                    "options": {"resize": sides(*size), "interpolation": name},
                    **told(result),
                }


def short_sides():
    for (width, height), size in [*SHORT_SIDES, *found_short_sides()]:
        result = vision.Resize(size)(made_pixels(width, height, size, "noise"))
        yield {
            "source": {"width": width, "height": height, "seed": size, "kind": "noise"},
            "options": {"resize": size, "interpolation": "linear"},
            **told(result),
        }


def found_short_sides():
    """Where the longer side depends on the product being rounded to float32, and on the quotient being so."""
    f = np.float32
    found = {"product": [], "quotient": []}
    for short in range(3, 60):
        for long in range(short, 4 * short):
            for size in (7, 24, 32, 41):
                right = int(f(f(f(long) / f(short)) * f(size)))
                if int(float(f(f(long) / f(short))) * size) != right:
                    found["product"].append(((long, short), size))
                if long * size // short != right:
                    found["quotient"].append(((short, long), size))
    return [*found["product"][::5][:8], *found["quotient"][::5][:8]]


def crops():
    for seed, (source, size) in enumerate(CROPS):
        result = vision.CenterCrop(sides(*size))(made_pixels(*source, seed, "noise"))
        yield {
            "source": {"width": source[0], "height": source[1], "seed": seed, "kind": "noise"},
            "options": {"crop": sides(*size), "interpolation": "linear"},
            **told(result),
        }


def resized_crops():
    sources = [(640, 480), (375, 500), (224, 224), (100, 300), (1001, 667)]
    for name, interpolation in INTERPOLATIONS.items():
        for seed, (width, height) in enumerate(sources):
            for resize, crop in ((256, 224), (232, [224, 200]), ([90, 120], [61, 41]), ([40, 50], [71, 31])):
                pixels = made_pixels(width, height, seed, "noise")
                result = vision.CenterCrop(crop)(vision.Resize(resize, interpolation)(pixels))
                yield {
                    "source": {"width": width, "height": height, "seed": seed, "kind": "noise"},
                    "options": {"resize": resize, "crop": crop, "interpolation": name},
                    **told(result),
                }


def last_eights():
    """CUBIC, of which OpenCV computes eight values at a time, and in another way those that are left in a row."""
    result = vision.CenterCrop([2000, 8])(vision.Resize([2000, 10], Inter.BICUBIC)(made_pixels(5, 2000, 3, "noise")))
    yield {
        "source": {"width": 5, "height": 2000, "seed": 3, "kind": "noise"},
        "options": {"resize": [2000, 10], "crop": [2000, 8], "interpolation": "cubic"},
        **told(result),
    }


def refused():
    for name, given in (("resize", REFUSED_SIZES), ("crop", REFUSED_CROPS)):
        operation = vision.Resize if name == "resize" else vision.CenterCrop
        for source, size in given:
            try:
                operation(sides(*size))(made_pixels(*source, 0, "noise"))
            except RuntimeError:
                yield {
                    "source": {"width": source[0], "height": source[1]},
                    "options": {name: sides(*size), "interpolation": "linear"},
                }
            else:
                raise AssertionError(f"MindSpore takes {name} {size} of {source}")


def steps():
    """Names, options of toTensor, and the operations of an image of rows of pixels."""
    thirds = 1 / 3
    yield "Normalize, ImageNet's", IMAGENET, [vision.Normalize(**IMAGENET)]
    yield "Normalize, one number", MIDDLE, [vision.Normalize(**MIDDLE)]
    yield "Normalize, odd numbers", ODD, [vision.Normalize(**ODD)]
    yield "Rescale(1/255, 0)", {"scale": 1 / 255}, [vision.Rescale(1 / 255, 0.0)]
    yield "Rescale(1/3, 0)", {"scale": thirds}, [vision.Rescale(thirds, 0.0)]
    for name, given in (("shares", SHARES), ("halves", HALVES)):
        after = [vision.Rescale(1 / 255, 0.0), vision.Normalize(**given)]
        yield f"Rescale(1/255, 0), Normalize, {name}", {"scale": 1 / 255, **given}, after
        planes = [vision.ToTensor(), vision.Normalize(**given, is_hwc=False)]
        yield f"ToTensor, Normalize, {name}", {"scale": 1 / 255, **given, "layout": "CHW"}, planes
    yield "ToTensor", {"scale": 1 / 255, "layout": "CHW"}, [vision.ToTensor()]
    yield "no step", {"dtype": "uint8"}, []
    for dtype in ("float16", "float64"):
        yield f"Normalize, {dtype}", {**IMAGENET, "dtype": dtype}, [vision.Normalize(**IMAGENET)]


def casts(options):
    """The last step, where another dtype is asked for."""
    named = {"float16": mindspore.float16, "float64": mindspore.float64}
    return [transforms.TypeCast(named[options["dtype"]])] if options.get("dtype") in named else []


def values():
    """All 256 values in each of three channels."""
    pixels = np.repeat(np.arange(256, dtype=np.uint8), 3).reshape(1, 256, 3)
    for name, options, operations in steps():
        result = applied([*operations, *casts(options)], pixels)
        yield {"name": name, "options": options, "values": base64.b64encode(result.tobytes()).decode()}


def pipelines():
    for name, options, operations in steps():
        for resize, crop in ((256, 224), ([224, 224], None)):
            before = [vision.Resize(resize), *([vision.CenterCrop(crop)] if crop else [])]
            after = [*([] if options.get("layout") == "CHW" else [vision.HWC2CHW()]), *casts(options)]
            pixels = made_pixels(500, 375, 1, "noise")
            cropped = {"crop": crop} if crop else {}
            yield {
                "name": name,
                "source": {"width": 500, "height": 375, "seed": 1, "kind": "noise"},
                "options": {"resize": resize, **cropped, "interpolation": "linear"},
                "elements": {**options, "layout": "CHW"},
                **told(applied([*before, *operations, *after], pixels)),
            }


def applied(operations, pixels):
    for operation in operations:
        pixels = operation(pixels)
    return np.ascontiguousarray(pixels)


def arithmetic():
    return {
        "resizes": [*resizes(), *short_sides()],
        "crops": [*crops(), *resized_crops(), *last_eights()],
        "refused": list(refused()),
        "values": list(values()),
        "pipelines": list(pipelines()),
    }
