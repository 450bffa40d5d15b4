"""Writes what MindSpore makes of pixels and files: arithmetic.json, decode.json and files/.

Python 3.11 on x86-64 Linux:

    pip install -r test/image/mindspore/requirements.txt
    python test/image/mindspore/make.py

With --check nothing is written: what this MindSpore makes of the same pixels and of the files that are there is held
against the vectors. So another release can be asked: 2.0.0, of the real Serving's environment (npm run serving),
gives the same.
"""

import argparse
import json
import sys
from pathlib import Path

from arithmetic import arithmetic
from decode import decoded

HERE = Path(__file__).resolve().parent
FILES = HERE / "files"


def lines(groups):
    """JSON with a line for each vector, in which Git shows what has changed."""
    told = []
    for name, vectors in groups.items():
        told.append(f'"{name}": [\n' + ",\n".join(json.dumps(vector) for vector in vectors) + "\n]")
    return "{\n" + ",\n".join(told) + "\n}\n"


def check(path, text):
    differing = [
        f"{path.name}: {is_now}\n    instead of {was}"
        for was, is_now in zip(path.read_text().splitlines(), text.splitlines())
        if was != is_now
    ]
    print(f"{path.name}: {len(differing)} of {len(text.splitlines())} lines differ", *differing, sep="\n")
    return not differing


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    asked = parser.parse_args()
    if not asked.check:
        # Only here: it needs libraries that write pictures.
        from kinds import kinds

        FILES.mkdir(exist_ok=True)
        for old in FILES.iterdir():
            old.unlink()
        for name, content in kinds():
            (FILES / name).write_bytes(content)
    vectors = {
        "arithmetic.json": lines(arithmetic()),
        "decode.json": lines({"files": decoded(FILES)}),
    }
    if asked.check:
        sys.exit(not all([check(HERE / name, text) for name, text in vectors.items()]))
    for name, text in vectors.items():
        (HERE / name).write_text(text)


if __name__ == "__main__":
    main()
