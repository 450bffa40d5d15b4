#!/usr/bin/env bash
# mindspore 2.0.0: mindspore.dataset.vision.Decode writes an image that it refuses into the working directory of the
# process, as it came. A server that decodes its callers' pictures so, as MindSpore Serving's example for ResNet-50
# does, leaves the last refused one on its disk, without a word and without being asked: a GIF that somebody sent.
#
# Seen: RuntimeError; the working directory now holds unsupported_image.gif
set -euo pipefail
cd "$(mktemp -d)"
"${SERVING_PYTHON:-python3.9}" -m venv venv
venv/bin/pip install -q mindspore==2.0.0 numpy==1.23.5 protobuf==3.20.3 pillow==9.5.0 scipy==1.10.1 packaging==26.3 asttokens==3.0.2 astunparse==1.6.3 psutil==7.2.2
cat >run.py <<'PY'
import io
import os
import numpy as np
from PIL import Image
from mindspore.dataset import vision

os.mkdir("work")
os.chdir("work")
gif = io.BytesIO()
Image.new("RGB", (8, 8)).save(gif, "GIF")
try:
    vision.Decode()(np.frombuffer(gif.getvalue(), np.uint8))
except RuntimeError:
    print("RuntimeError; the working directory now holds", *os.listdir("."))
PY
venv/bin/python run.py 2>/dev/null | tee seen
diff seen - <<<"RuntimeError; the working directory now holds unsupported_image.gif"
echo "as found"
