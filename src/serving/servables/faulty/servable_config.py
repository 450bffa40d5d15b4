"""A stage that fails for one instance, written in each way that Serving knows, and one with a text of any length."""

from mindspore_serving.server import register

BATCH = 8


def twice(x):
    if int(x) == 13:
        raise ValueError("13 is not welcome")
    return x * 2


def twice_yielding(instances):
    for (x,) in instances:
        yield twice(x)


def twice_as_list(instances):
    return [twice(x) for (x,) in instances]


def fail_with(text):
    raise ValueError(text)


@register.register_method(output_names=["y"])
def fail_one(x):
    """x: a number -> y: twice as much; 13 fails."""
    return register.add_stage(twice, x, outputs_count=1)


@register.register_method(output_names=["y"])
def fail_yield(x):
    """The same, by a function that is given a batch and yields one result after another."""
    return register.add_stage(twice_yielding, x, outputs_count=1, batch_size=BATCH)


@register.register_method(output_names=["y"])
def fail_list(x):
    """The same, by a function that is given a batch and returns a list: what fails one fails neighbours too."""
    return register.add_stage(twice_as_list, x, outputs_count=1, batch_size=BATCH)


@register.register_method(output_names=["y"])
def fail_text(text):
    """text: str -> always fails, with this text."""
    return register.add_stage(fail_with, text, outputs_count=1)
