"""What the real Python client is asked to do: cases by name. `python asked.py ADDRESS PHOTOS` prints one JSON line for
each, with what it gave or raised, as Python writes it.

Releases before 1.3 have a request's instances under another field number than the client of 2.0: `--instances-field 3`
makes it write that one.
"""

import argparse
import json
import sys

import numpy as np

import errors
import old_releases
import pixels
import tutorial
import values


def written(result):
    """A result as Python writes it, names in order, arrays on one line."""
    if isinstance(result, (list, tuple)):
        return "[" + ", ".join(map(written, result)) + "]"
    if isinstance(result, dict):
        return "{" + ", ".join(f"{name!r}: {written(result[name])}" for name in sorted(result)) + "}"
    return " ".join(repr(result).split()) if isinstance(result, np.ndarray) else repr(result)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("photos", help="folder of images")
    parser.add_argument("--instances-field", type=int, choices=(2, 3), default=2)
    given = parser.parse_args()
    if given.instances_field == 3:
        old_releases.write_field_3()
    cases = {**tutorial.cases(given.photos), **pixels.cases(given.photos), **values.cases(), **errors.cases()}
    for name, ask in cases.items():
        try:
            outcome = written(ask(given.address))
        except Exception as error:  # Whatever it raises is what a case shows.
            outcome = f"{type(error).__name__}: {error}"
        print(json.dumps({"case": name, "outcome": outcome}))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
