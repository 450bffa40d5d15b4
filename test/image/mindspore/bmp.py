"""BMP files of every depth, header and order of rows."""

import struct

import numpy as np

RGB, RLE8, BITFIELDS = 0, 1, 3
MASKS = struct.pack("<4I", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)
SRGB = struct.pack("<I", 0x73524742)


def bmp(rows, depth, compression=RGB, palette=b"", header=40, masks=b"", is_top_down=False):
    """rows: bytes of each row, the top one first, each a multiple of four bytes; or all bytes where they are packed."""
    lines, size = rows
    width, height = size
    data = lines if compression == RLE8 else b"".join(lines if is_top_down else lines[::-1])
    info = struct.pack(
        "<IiiHHIIiiII",
        header,
        width,
        -height if is_top_down else height,
        1,
        depth,
        compression,
        len(data),
        2835,
        2835,
        len(palette) // 4,
        0,
    )
    # Version 3 with bit fields has its masks behind the header; versions 4 and 5 within it.
    info += masks[:12] if header == 40 else (masks or bytes(16)) + SRGB + bytes(header - 60)
    offset = 14 + len(info) + len(palette)
    return struct.pack("<2sIHHI", b"BM", offset + len(data), 0, 0, offset) + info + palette + data


def core(lines, size):
    """The oldest header, of OS/2: sizes of 16 bits, 24 bits a pixel."""
    data = b"".join(lines[::-1])
    info = struct.pack("<IHHHH", 12, *size, 1, 24)
    return struct.pack("<2sIHHI", b"BM", 26 + len(data), 0, 0, 26) + info + data


def rows(samples):
    """samples: unsigned, [height, width] or [height, width, channels], of whole bytes."""
    height, width = samples.shape[:2]
    return [padded(np.ascontiguousarray(row).tobytes()) for row in samples], (width, height)


def bit_rows(indices, depth):
    height, width = indices.shape
    single = np.unpackbits(indices.astype(np.uint8)[:, :, None], axis=2)[:, :, 8 - depth :]
    return [padded(np.packbits(row.reshape(-1)).tobytes()) for row in single], (width, height)


def run_lengths(indices):
    """RLE8: runs of one colour, ends of lines, an end of the picture; the bottom row first."""
    height, width = indices.shape
    data = bytearray()
    for row in indices[::-1]:
        at = 0
        while at < width:
            end = at
            while end < width and row[end] == row[at]:
                end += 1
            data += bytes([end - at, row[at]])
            at = end
        data += b"\0\0"
    data[-2:] = b"\0\1"
    return bytes(data), (width, height)


def padded(line):
    return line + bytes(-len(line) % 4)
