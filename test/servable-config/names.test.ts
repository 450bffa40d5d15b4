/** Methods and the names of their inputs and outputs, in each way that a configuration of any release is written. */

import { describe, expect, it } from "vitest";
import { names, read } from "./read.ts";
import { methodOf, RECKONED } from "./reckoned-names.ts";

describe("styles", () => {
  const cases: Record<string, [text: string, methods: Record<string, string>]> = {
    "1.1 and 1.2": [
      `
import numpy as np
from mindspore_serving.worker import register

def to_float(a, b):
    return a.astype(np.float32), b.astype(np.float32)

register.declare_servable(servable_file="sum.mindir", model_format="MindIR", with_batch_dim=False)

@register.register_method(output_names=["total"])
def plus(a, b):
    return register.call_servable(a, b)

@register.register_method(output_names="total")
def plus_cast(a, b):
    a, b = register.call_preprocess(to_float, a, b)
    total = register.call_servable(a, b)
    return total
`,
      { plus: "a, b -> total", plus_cast: "a, b -> total" },
    ],
    "a distributed model of 1.2": [
      `
from mindspore_serving.worker import distributed, register
distributed.declare_distributed_servable(rank_size=8, stage_size=1, with_batch_dim=False)

@register.register_method(output_names=["token"])
def next_token(tokens):
    logits = register.call_servable(tokens)
    return logits
`,
      { next_token: "tokens -> token" },
    ],
    "a pipeline of 1.3": [
      `
from mindspore_serving.server import distributed, register
from mindspore_serving.server.register import PipelineServable

distributed.declare_servable(rank_size=8, stage_size=1, with_batch_dim=False)

@register.register_method(output_names=["y"])
def first(x):
    y = register.call_servable(x, subgraph=0)
    return y

servable = PipelineServable(servable_name="own", method="first", version_number=0)

@register.register_pipeline(output_names=["x", "z"])
def both(x, y):
    for i in range(10):
        z = servable.run(y)
    return x, z
`,
      { first: "x -> y", both: "x, y -> x, z" },
    ],
    "1.5 to 2.0": [
      `
from mindspore_serving.server import register

context = register.Context(thread_num=1)
context.append_device_info(register.CPUDeviceInfo(precision_mode="preferred_fp16"))
detector = register.declare_model(model_file=["a.mindir", "b.mindir"], model_format="MindIR", context=context)
reader = register.declare_model("reader.mindir", "MindIR", without_batch_dim_inputs=(1,))

def crop(image, boxes, /, scale=1.):
    yield

@register.register_method(output_names=("text", "boxes"))
def read_text(image):
    boxes, scores = register.add_stage(detector, image, outputs_count=2, tag="Detect")
    crops = register.add_stage(crop, image, boxes, outputs_count=1, batch_size=4)
    text = register.add_stage(reader, crops, outputs_count=1)
    return text, boxes
`,
      { read_text: "image -> text, boxes" },
    ],
  };
  it.each(Object.entries(cases))("%s", (_, [text, methods]) => {
    expect(names(text)).toEqual(methods);
  });
});

describe("ways to come by Serving's names", () => {
  const cases: Record<string, string> = {
    "a module under another name": `
from mindspore_serving.server import register as r
@r.register_method(output_names=["y"])
def m(x): return x`,
    "the names themselves": `
from mindspore_serving.server.register import (
    add_stage,
    register_method as method,  # comment
)
@method(["y"])
def m(x): return add_stage(f, x, outputs_count=1)`,
    "a dotted path": `
import mindspore_serving.server.register
@mindspore_serving.server.register.register_method(output_names=["y"])
def m(x): return x`,
    "a dotted path under another name": `
import numpy, mindspore_serving.server.register as reg
@reg.register_method(output_names=["y"])
def m(x): return x`,
    "all names": `
from mindspore_serving.server.register import *
@register_method("y")
def m(x): return x`,
    "a variable": `
from mindspore_serving import server
register = server.register
method = register.register_method
@method(output_names="y")
def m(x): return x`,
    "a decorator in a variable": `
from mindspore_serving.server import register
gives_y = register.register_method("y")
@gives_y
def m(x): return x`,
    "a call in place of a decorator": `
from mindspore_serving.server import register
def m(x): return x
register.register_method(output_names=["y"])(m)`,
    "either release": `
try:
    from mindspore_serving.server import register
except ImportError:
    from mindspore_serving.worker import register
@register.register_method(output_names=["y"])
def m(x): return x`,
    "another file": `
from .common import register
@register.register_method(output_names=["y"])
def m(x): return x`,
    "another decorator above it": `
import functools
from mindspore_serving.server import register
@register.register_method(output_names=["y"])
@functools.lru_cache()
def m(x): return x`,
    "Windows' ends of lines and a byte order mark": `\uFEFFfrom mindspore_serving.server import register\r\n\r\n@register.register_method(output_names=["y"])\r\ndef m(x):\r\n\treturn x\r\n`,
  };
  it.each(Object.entries(cases))("%s", (_, text) => {
    expect(names(text)).toEqual({ m: "x -> y" });
  });

  it("a function of the file's own that has one of the names is none of them", () => {
    const own = `
from mindspore_serving.server import register
class helper:
    def register_method(output_names): return lambda f: f
@helper.register_method(["z"])
def other(a): return a
@register.register_method(["y"])
def m(x): return x`;
    expect(names(own)).toEqual({ m: "x -> y" });
  });
});

describe("names of outputs", () => {
  const cases: [outputs: string, before: string, found: string][] = [
    ["[\"a\", 'b']", "", "a, b"],
    ['("a", r"b\\n")', "", "a, b\\n"],
    ['"a" "b"', "", "ab"],
    ['"""a"""', "", "a"],
    ['["\\u56fe", "\\x41"]', "", "图, A"],
    ['["标签"]', "", "标签"],
    ["OUT", 'OUT = ["a", "b"]', "a, b"],
    ["OUT", 'OUT = ["a"]\nOUT = ["c"]', "c"],
    ["OUT + ['c']", 'A = "a"\nOUT: list = [A, "b"]', "a, b, c"],
    ["[*OUT, 'c']", 'OUT = ("a", "b")', "a, b, c"],
    ["OUT[1]", 'OUT = ("a", "b")', "b"],
    ['CONFIG["outputs"]', 'CONFIG = {"inputs": ["x"], "outputs": ["a"]}', "a"],
    ["Config.OUTPUTS", 'class Config:\n    OUTPUTS = ["a", "b"]', "a, b"],
    ["list(OUT)", 'OUT = ("a",)', "a"],
    ['"a,b".split(",")', "", "a, b"],
    ["[A, B]", 'A, B = "a", "b"', "a, b"],
    ["common.OUT", "from . import common", "z"],
    ["OUT", "from .common import OUT", "z"],
    ["OUT", "from .missing import OUT", "?"],
    ["OUT", "if debug:\n    OUT = ['a']\nelse:\n    OUT = ['b']", "?"],
    ["make()", "def make():\n    names = ['a']\n    return names", "?"],
    ["OUT", "OUT = ['a']\nOUT.append(name())", "?"],
    ["OUT", "OUT = ['a']\nOUT += ['b']", "?"],
    ["OUT", "OUT = []\nfor i in range(3):\n    OUT.append(f'y{i}')", "?"],
    ["OUT", "OUT = ['a', 'b']\nOUT[1] = name()", "?"],
    ["OUT", "OUT = ['a']\ndel OUT[0]", "?"],
    ["OUT", "OUT = ['a']\ndef more():\n    OUT.append('b')\nmore()", "?"],
    ["CONFIG['outputs']", "CONFIG = {'outputs': ['a']}\nCONFIG['outputs'] = load()", "?"],
    ["[f'{x:.1f}' for x in (1, 2)]", "", "?"],
    ["f'{2.0}'", "", "?"],
    ["**options", "options = {}", "?"],
  ];
  it.each(cases)("%s, with %j", (outputs, before, found) => {
    const text = `from mindspore_serving.server import register\n${before}\n@register.register_method(${outputs})\ndef m(x):\n    return register.add_stage(f, x, outputs_count=N)\n`;
    expect(names(text, { ".common": 'OUT = ["z"]' })).toEqual({ m: `x -> ${found}` });
  });

  it.each(RECKONED)("%s is reckoned, with %j", (...row) => {
    expect(names(methodOf(row))).toEqual({ m: `x -> ${row[2]}` });
  });

  it("those that only running the file tells are said, with file, line and column", () => {
    const { notes } = read(
      "from mindspore_serving.server import register\n@register.register_method(output_names=make())\ndef m(x):\n    return x\n",
    );
    expect(notes[0]).toBe(
      "servable_config.py:2:40: the outputs of m are left out: only running the file tells their names.",
    );
  });
});

it("inputs are the function's parameters, with annotations, defaults and the names as Python has them", () => {
  const text = `
from mindspore_serving.server import register
@register.register_method("y")
def m(x1: "np.ndarray", 图片: Dict[str, int] = {}, ﬁ=(1, 2), *, ) -> Tuple[int, ...]: return x1
`.replace(", *, )", ")");
  expect(names(text)).toEqual({ m: "x1, 图片, fi -> y" });
});

it("docstrings are the docs, of the servable and of its methods, without their indentation", () => {
  const { signature, methods } = read(`
'''The servable.'''
from mindspore_serving.server import register

@register.register_method("y")
def m(x):
    """First line.

        Indented.
    Last.
    """
    return x
`);
  expect(signature.doc).toBe("The servable.");
  expect(methods.m!.doc).toBe("First line.\n\n    Indented.\nLast.");
});

it("what a docstring says of its parameters is their docs", () => {
  const { methods } = read(`
from mindspore_serving.server import register
@register.register_method("y")
def google(image, top, other):
    """Classifies.

    Args:
        image (bytes): A JPEG file,
            or a PNG file.
        top (int, optional): How many:
            5 by default.
        nobody: Of nothing.

    Returns:
        other: Not an input.
    """
    return image

@register.register_method("y")
def sphinx(image, top):
    """:param bytes image: A JPEG file.
    :param top: How many:
        5 by default.
    :type top: int
    :return: top: Nothing."""
    return image

@register.register_method("y")
def numpy(a, b, c, d):
    """Adds.

    Parameters
    ----------
    a : np.ndarray
        An array.
        Of any size.
    b, c
        Two.
    d : int

    Returns
    -------
    d : int
        Not an input.
    """
    return a

@register.register_method("y")
def chinese(图片):
    """分类。

    参数：
        图片 (bytes)：JPEG 文件
    """
    return 图片
`);
  expect(methods.google!.inputs).toEqual({
    image: { doc: "A JPEG file, or a PNG file." },
    top: { doc: "How many: 5 by default." },
    other: {},
  });
  expect(methods.sphinx!.inputs).toEqual({
    image: { doc: "A JPEG file." },
    top: { doc: "How many: 5 by default." },
  });
  expect(methods.numpy!.inputs).toEqual({
    a: { doc: "An array. Of any size." },
    b: { doc: "Two." },
    c: { doc: "Two." },
    d: {},
  });
  expect(methods.chinese!.inputs).toEqual({ 图片: { doc: "JPEG 文件" } });
});

describe("what is said of a method that may not be there", () => {
  const head = "from mindspore_serving.server import register\n";
  it("one in a branch", () => {
    const { methods, notes } = read(
      `${head}if FAST:\n    @register.register_method("y")\n    def m(x):\n        return x\n`,
    );
    expect(Object.keys(methods)).toEqual(["m"]);
    expect(notes[0]).toBe(
      "servable_config.py:4:9: m stands in a branch: whether Serving has it only running the file tells; where it runs, m is indented, which Serving refuses: move it to the left margin, with its decorator.",
    );
  });

  it("one in a loop", () => {
    const { methods, notes } = read(
      `${head}for name in NAMES:\n    @register.register_method(name)\n    def m(x):\n        return x\n`,
    );
    expect(methods).toEqual({});
    expect(notes).toEqual([
      "servable_config.py:4:9: a method is registered in a loop: it is left out, since only running the file tells its names.",
    ]);
  });

  it("one that may be registered twice", () => {
    const text = `${head}def m(x):\n    return x\nregister.register_method("y")(m)\nif FAST:\n    register.register_method("z")(m)\n`;
    const { methods, notes } = read(text);
    expect(Object.keys(methods.m!.outputs!)).toEqual(["z"]);
    expect(notes).toContain("servable_config.py:6:5: m is registered again: the later one is taken.");
  });

  it.each([
    ["that a function registers", 'def add():\n    register.register_method("y")(other)\nadd()', "4:5"],
    [
      "under a decorator of the file's own",
      "def gives(*names):\n    return register.register_method(list(names))\n@gives('y')\ndef other(x):\n    return x",
      "4:12",
    ],
    [
      "under a lambda",
      "gives = lambda name: register.register_method(name)\n@gives('y')\ndef other(x):\n    return x",
      "3:22",
    ],
  ])("one %s", (_, text, place) => {
    const { methods, notes } = read(
      `${head}\n${text}\n@register.register_method("y")\ndef m(x):\n    return x\n`,
    );
    expect(Object.keys(methods)).toEqual(["m"]);
    expect(notes[0]).toBe(
      `servable_config.py:${place}: a method is registered here that is left out: only running the file tells its name. Register it by @register.register_method, at the left margin.`,
    );
  });

  it("one whose function stands where it can't be read", () => {
    const { methods, notes } = read(`${head}from elsewhere import m\nregister.register_method("y")(m)\n`);
    expect(methods.m).toEqual({ outputs: { y: {} } });
    expect(notes).toContain(
      "servable_config.py:3:1: the inputs of m are left out: its function stands where it can't be read.",
    );
  });
});
