"""PNG files of any colour type, bit depth and interlacing, with any chunks."""

import struct
import zlib

import numpy as np

# First row and column, and steps from one to the next, of Adam7's seven passes.
ADAM7 = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
COLOUR_TYPES = {"grey": 0, "rgb": 2, "palette": 3, "grey-alpha": 4, "rgba": 6}


def png(samples, colour, depth=8, interlaced=False, before=(), palette=None):
    """
    samples: [height, width, channels], of `depth` bits each.
    before: chunks that stand before the pixels, (name, content) each; those before the palette are none of ours.
    """
    height, width = samples.shape[:2]
    header = struct.pack(">IIBBBBB", width, height, depth, COLOUR_TYPES[colour], 0, 0, int(interlaced))
    passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
    rows = b"".join(
        packed(samples[row::down, column::across], depth) for row, column, down, across in passes
    )
    # Colour chunks stand before the palette, transparency behind it.
    early = [chunk(*one) for one in before if one[0] not in ("tRNS", "eXIf", "bKGD")]
    late = [chunk(*one) for one in before if one[0] in ("tRNS", "eXIf", "bKGD")]
    colours = [chunk("PLTE", bytes(palette))] if palette is not None else []
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk("IHDR", header),
            *early,
            *colours,
            *late,
            chunk("IDAT", zlib.compress(rows, 9)),
            chunk("IEND", b""),
        ]
    )


def packed(samples, depth):
    """Rows of one pass, filters of all five kinds in turn for whole bytes, none for parts of bytes."""
    if samples.size == 0:
        return b""
    step = max(1, samples.shape[2] * depth // 8)
    before = None
    rows = []
    for number, row in enumerate(samples):
        line = bits(row.reshape(-1), depth)
        kind = number % 5 if depth >= 8 else 0
        rows.append(bytes([kind]) + filtered(line, before, step, kind))
        before = line
    return b"".join(rows)


def bits(values, depth):
    if depth == 16:
        return values.astype(">u2").tobytes()
    if depth == 8:
        return values.astype(np.uint8).tobytes()
    single = np.unpackbits(values.astype(np.uint8).reshape(-1, 1), axis=1)[:, 8 - depth :]
    return np.packbits(single.reshape(-1)).tobytes()


def filtered(line, before, step, kind):
    above = before or bytes(len(line))
    result = bytearray()
    for i, value in enumerate(line):
        left = line[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        expected = [0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner)][kind]
        result.append((value - expected) % 256)
    return bytes(result)


def paeth(left, above, corner):
    """The neighbour that is nearest to left + above - corner; of equals the first."""
    return min((left, above, corner), key=lambda value: abs(left + above - corner - value))


def chunk(name, content):
    body = name.encode() + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
