"""MindSpore Serving's own client: measures what the driver names on standard input, a line of JSON for each answer."""

import json
import sys
import time

import numpy as np
from mindspore_serving.client import Client

MB = 2 ** 20
PHOTOS = 64


def matrices(x):
    matrix = np.full((2, 2), x, np.float32)
    return {"x1": matrix, "x2": matrix}


def count(last):
    return int(last["n"])


def first(last):
    return last["y"].flat[0]


def works(photos):
    """By name: servable, method, calls of a sample, instances, an answer that shows that all was done, how it looks."""
    up = np.arange(12 * MB, dtype=np.float32) % 1000 / 1000
    return {
        "classified": ("resnet50", "classify_top1", 1, [{"image": photo} for photo in photos],
                       lambda last: last["label"], "envelope"),
        "counted": ("bulk", "count", 1, [{"a": photo} for photo in photos], count, len(photos[-1])),
        "up": ("bulk", "count", 1, [{"a": up}], count, up.size),
        "down": ("bulk", "zeros", 1, [{"n": np.int32(12 * MB)}], lambda last: last["y"].size, 12 * MB),
        "adds": ("add", "add_common", 1, [matrices(i) for i in range(500)], first, 998),
        "singles": ("add", "add_common", 200, [matrices(1)], first, 2),
    }


def main(address, *paths):
    files = [open(path, "rb").read() for path in paths]
    known = works([files[i % len(files)] for i in range(PHOTOS)])
    clients = {}
    for line in sys.stdin:
        name = line.strip()
        servable, method, calls, instances, answer, expected = known[name]
        if name not in clients:
            clients[name] = Client(address, servable, method)
            clients[name].infer(instances)
        client = clients[name]
        started = time.perf_counter()
        for _ in range(calls):
            result = client.infer(instances)
        ms = (time.perf_counter() - started) * 1000
        right = isinstance(result, list) and "error" not in result[-1] and answer(result[-1]) == expected
        print(json.dumps({"ms": ms} if right else {"error": str(result)[:500]}), flush=True)


main(*sys.argv[1:])
