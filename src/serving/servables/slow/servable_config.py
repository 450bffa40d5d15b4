"""A method that takes its time."""

import time

from mindspore_serving.server import register


def sleep(seconds):
    time.sleep(float(seconds))
    return seconds


@register.register_method(output_names=["seconds"])
def wait(seconds):
    """seconds: a float -> the same, after that time. One instance after the other."""
    return register.add_stage(sleep, seconds, outputs_count=1)
