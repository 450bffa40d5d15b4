"""Whether a JPEG is whole: only such a one is given to MindSpore's Decode."""

import numpy as np

RULE = "-" * 66
PLACE = "mindspore/ccsrc/minddata/dataset/kernels/image/image_utils.cc"
ADVICE = ("Dump the abnormal image to [./abnormal_image.jpg]. You can check this image first through the image viewer. "
          "If you find that the image is abnormal, delete it from the dataset and re-run.")

START, SCAN, END = b"\xff\xd8", 0xDA, b"\xff\xd9"


def expect_whole(image):
    """image: what Decode is to be given. A JPEG that ends early raises RuntimeError, in MindSpore's own words."""
    if getattr(image, "dtype", None) != np.uint8 or image.ndim != 1 or image.size < 4:
        return  # Decode says so itself.
    data = image.tobytes()
    if not data.startswith(START):
        return
    scan = _scan_of(data)
    if scan < 0:
        raise _failure("[Internal ERROR] Decode: image decode failed. " + ADVICE, 504)
    # Within pixels no END stands, but cameras write more behind it.
    if data.rfind(END) < scan:
        raise _failure("Error raised by libjpeg: Empty input file " + ADVICE, 514)


def _scan_of(data):
    """Where the pixels of the first scan begin; -1 when the head ends before."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        end = place + 2 + int.from_bytes(data[place + 2:place + 4], "big")
        if data[place + 1] == SCAN:
            return end if end <= len(data) else -1
        place = end
    return -1


def _failure(message, line):
    return RuntimeError(
        "Exception thrown from dataset pipeline. Refer to 'Dataset Pipeline Error Message'. \n\n"
        f"{RULE}\n- Dataset Pipeline Error Message: \n{RULE}\n[ERROR] {message}\n\n"
        f"{RULE}\n- C++ Call Stack: (For framework developers) \n{RULE}\n{PLACE}({line}).\n\n\n")
