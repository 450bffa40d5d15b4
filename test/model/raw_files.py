"""Pictures of kinds that Pillow does not write: BMP and PNG files, byte by byte."""

import struct
import zlib

import numpy as np

RGB, RLE8, RLE4, BITFIELDS = range(4)
WIDE_MASKS = (0xFF0000, 0xFF00, 0xFF)


def bmp(rows, width, height, bits, *, compression=RGB, header=40, masks=(), palette=(), counted=0):
    """rows: bytes of each row in the order of the file, or of the runs; height: negative from the top down;
    masks: behind a header of 40 bytes, within a longer one; palette: (red, green, blue) of each colour."""
    pixels = b"".join(rows)
    info = struct.pack("<IiiHHIIiiII", header, width, height, 1, bits, compression, len(pixels), 0, 0, counted, 0)
    given = struct.pack(f"<{len(masks)}I", *masks)
    info += given if header == 40 else given.ljust(header - 40, b"\0")
    info += b"".join(bytes([blue, green, red, 0]) for red, green, blue in palette)
    return _bmp_file(info, pixels)


def core_bmp(rows, width, height, bits, palette=()):
    """With the header of OS/2, whose palette has three bytes a colour."""
    info = struct.pack("<IHHHH", 12, width, height, 1, bits)
    info += b"".join(bytes([blue, green, red]) for red, green, blue in palette)
    return _bmp_file(info, b"".join(rows))


def _bmp_file(info, pixels):
    start = 14 + len(info)
    return b"BM" + struct.pack("<IHHI", start + len(pixels), 0, 0, start) + info + pixels


def padded(row):
    return row + b"\0" * (-len(row) % 4)


def nibbles(numbers):
    """Two numbers a byte."""
    even = list(numbers) + [0] * (len(numbers) % 2)
    return bytes(high << 4 | low for high, low in zip(even[::2], even[1::2]))


def runs(rows, bits):
    """RLE8 or RLE4: a row as runs, the next one as it is, and so on."""
    file = b""
    for i, row in enumerate(rows):
        row = [int(number) for number in row]
        if i % 2 == 0:
            file += b"".join(bytes([1, number * (17 if bits == 4 else 1)]) for number in row[:2])
            start = 2
            while start < len(row):
                end = start
                while end < len(row) and row[end] == row[start]:
                    end += 1
                file += bytes([end - start, row[start] * (17 if bits == 4 else 1)])
                start = end
        else:
            content = nibbles(row) if bits == 4 else bytes(row)
            file += bytes([0, len(row)]) + content + b"\0" * (len(content) % 2)
        file += b"\0\0"
    return file + b"\0\1"


def png(pixels, colours, *chunks, depth=8, interlaced=False):
    """pixels: uint8 or big-endian uint16 (height, width[, channels]); colours: PNG's number for what the channels are;
    chunks: (type, content) before the pixels."""
    height, width = pixels.shape[:2]
    passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
    rows = [row for x, y, dx, dy in passes for row in pixels[y::dy, x::dx] if row.size]
    content = b"".join(b"\0" + np.ascontiguousarray(row).tobytes() for row in rows)
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, int(interlaced))
    every = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(content)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in every)


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def _chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
