"""The tutorial's programs: its own lines, but for the address, which the client takes as one word from 1.3 on."""

import os

import numpy as np
from mindspore_serving.client import Client


def run_add_common(address, method="add_common", second=np.float32):
    client = Client(address, "add", method)
    instances = []

    # instance 1
    x1 = np.asarray([[1, 1], [1, 1]]).astype(np.float32)
    x2 = np.asarray([[1, 1], [1, 1]]).astype(np.float32)
    instances.append({"x1": x1, "x2": x2})

    # instance 2
    x1 = np.asarray([[2, 2], [2, 2]]).astype(np.float32)
    x2 = np.asarray([[2, 2], [2, 2]]).astype(second)
    instances.append({"x1": x1, "x2": x2})

    # instance 3
    x1 = np.asarray([[3, 3], [3, 3]]).astype(np.float32)
    x2 = np.asarray([[3, 3], [3, 3]]).astype(np.float32)
    instances.append({"x1": x1, "x2": x2})

    return client.infer(instances)


def run_classify_top1(address, folder):
    client = Client(address, "resnet50", "classify_top1")
    instances = []
    for path, _, file_list in os.walk(folder):
        for file_name in sorted(file_list):
            image_file = os.path.join(path, file_name)
            with open(image_file, "rb") as fp:
                instances.append({"image": fp.read()})
    return client.infer(instances)


def cases(photos):
    return {
        "the three instances of add_common": run_add_common,
        "add_common2": lambda address: run_add_common(address, method="add_common2"),
        "int32 in instance 2": lambda address: run_add_common(address, second=np.int32),
        "a folder of photos": lambda address: run_classify_top1(address, photos),
    }
