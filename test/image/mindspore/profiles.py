"""Colour profiles that change colours so much that a decoder which heeds them can't be overlooked."""

import struct

from PIL import ImageCms


def swapped_srgb():
    """sRGB whose red is its green, and whose green is its red."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    tags = {}
    for entry in range(132, 132 + 12 * struct.unpack_from(">I", profile, 128)[0], 12):
        tags[bytes(profile[entry : entry + 4])] = entry
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def odd_cmyk():
    """A printer's profile of version 2: a table with two points for each ink, to colours that no ink has."""
    colours = bytearray()
    for corner in range(16):
        c, m, y, k = (corner >> shift & 1 for shift in (3, 2, 1, 0))
        lightness = 30 if k else 230 - 50 * (c + m + y)
        colours += bytes([lightness, 128 + 60 * (m - c), 128 + 60 * (c - y)])
    straight = bytes(range(256))
    identity = struct.pack(">9I", *(0x10000 * (i % 4 == 0) for i in range(9)))
    table = b"mft1" + struct.pack(">IBBBB", 0, 4, 3, 2, 0) + identity + straight * 4 + bytes(colours) + straight * 3
    text = b"odd inks\0"
    contents = {
        b"desc": b"desc" + struct.pack(">II", 0, len(text)) + text + bytes(12 + 67),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": b"XYZ " + bytes(4) + struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D),
        b"A2B0": table,
    }
    return assembled(contents)


def assembled(contents):
    at = 128 + 4 + 12 * len(contents)
    entries, data = b"", b""
    for name, content in contents.items():
        content += bytes(-len(content) % 4)
        entries += name + struct.pack(">II", at + len(data), len(content))
        data += content
    header = bytearray(128)
    struct.pack_into(">I4sI4s4s4s6H4s", header, 0, at + len(data), b"\0" * 4, 0x02400000, b"prtr", b"CMYK", b"Lab ",
                     2026, 1, 1, 0, 0, 0, b"acsp")
    struct.pack_into(">3i", header, 68, 0xF6D6, 0x10000, 0xD32D)
    return bytes(header) + struct.pack(">I", len(contents)) + entries + data
