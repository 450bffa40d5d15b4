/** Files that can't be read as Python, and those that Serving refuses. */

export const HEAD = "from mindspore_serving.server import register\n";
/** A file with one method. */
export const method = (decorator: string, definition = "def m(x):\n    return x") =>
  `${HEAD}@register.register_method${decorator}\n${definition}\n`;

/** By what is wrong with it: the file, and the error behind its path. */
export const REFUSED: Record<string, [text: string, error: string]> = {
  "a bracket that is not closed": [
    `${HEAD}x = [1, 2\ndef m(): pass\n`,
    "2:10: this can't be read as Python: mend it first",
  ],
  "a bracket that is closed twice": [`${HEAD}x = (1))\n`, "2:8: this can't be read as Python: mend it first"],
  "a text without an end": [`${HEAD}x = "abc\n`, "2:5: this text has no end: close its quotes"],
  "a text without an end, in a list": [method('(["y])'), "2:28: this text has no end: close its quotes"],
  "Python 2": [`${HEAD}print "hello"\n`, "2:1: this is Python 2: Serving runs Python 3.7 to 3.9"],
  "exec of Python 2": [`${HEAD}exec "x = 1"\n`, "2:1: this is Python 2: Serving runs Python 3.7 to 3.9"],
  "an except of Python 2": [
    `${HEAD}try:\n    f()\nexcept Error, e:\n    pass\n`,
    "4:13: this is Python 2: Serving runs Python 3.7 to 3.9; write except Error as name",
  ],
  "a raise of Python 2": [
    `${HEAD}raise Error, "text"\n`,
    '2:12: this is Python 2: Serving runs Python 3.7 to 3.9; write raise Error("text")',
  ],
  "<> of Python 2": [
    `${HEAD}x = 1 <> 2\n`,
    "2:7: this is Python 2: Serving runs Python 3.7 to 3.9; write !=",
  ],
  "an octal number of Python 2": [
    `${HEAD}x = 0777\n`,
    "2:5: this is Python 2: Serving runs Python 3.7 to 3.9; write 0o777",
  ],
  "a parameter twice": [
    `${HEAD}def f(x, y=x, x=1):\n    pass\n`,
    "2:15: the parameter x stands there twice: rename one",
  ],
  "a colon that is missing": [
    `${HEAD}def f(x)\n    return x\n`,
    "2:8: a colon is missing behind this: end the line with :",
  ],
  "a body that is not indented": [
    `${HEAD}def f(x):\nreturn x\n`,
    "2:9: nothing is indented below this: indent what belongs to it",
  ],
  "a line that is indented more": [
    `${HEAD}def f(x):\n    y = x\n      return y\n`,
    "4:7: this line is indented more than the one above: line them up",
  ],
  "a line that is indented less": [
    `${HEAD}def f(x):\n      y = x\n    return y\n`,
    "4:5: this line lines up with none above: indent it as those that it belongs to",
  ],
  "tabs below spaces": [
    `${HEAD}def f(x):\n        y = x\n\treturn y\n`,
    "4:2: this line is indented by other tabs and spaces than those above: use spaces alone",
  ],
  "a tab below a few spaces": [
    `${HEAD}def f(x):\n    y = x\n\treturn y\n`,
    "4:2: this line is indented by other tabs and spaces than those above: use spaces alone",
  ],
  "a file without methods": [
    "x = 1\n",
    "1:1: no method is registered here: a method is a function below @register.register_method(output_names=[…])",
  ],
  "no names of outputs": [
    method("()"),
    '2:2: m has no output names: write register_method(output_names=["y"])',
  ],
  "a parameter that register_method has not": [
    method('(outputs=["y"])'),
    '2:27: register_method has no parameter outputs: write output_names=["y"]',
  ],
  "a decorator without a call": [
    method(""),
    '2:2: register_method needs the names of the outputs: write register_method(output_names=["y"])',
  ],
  "an output's name twice": [
    method('(output_names=["y", "y"])', "def m(x):\n    return x, x"),
    '2:40: the output name "y" of m stands there twice, which Serving refuses: rename one',
  ],
  "an empty name": [
    method('(output_names=[""])'),
    "2:40: an output name of m is empty, which Serving refuses: give it one",
  ],
  "a name that is no text": [
    method("(output_names=[1])"),
    "2:40: an output name of m is no text, which Serving refuses: write it in quotes",
  ],
  "names that are no list": [
    method("(5)"),
    '2:27: the output names of m are neither a text nor a list: write ["y"]',
  ],
  "names in a dict": [
    method('(output_names={"y": 1})'),
    '2:40: the output names of m are neither a text nor a list: write ["y"]',
  ],
  "names in a set": [
    method('(output_names={"y"})'),
    '2:40: the output names of m are neither a text nor a list: write ["y"]',
  ],
  "names of a generator": [
    method('(output_names=(n for n in ["y"]))'),
    '2:40: the output names of m are neither a text nor a list: write ["y"]',
  ],
  "names one by one": [
    method('("y", "z")', "def m(x):\n    return x, x"),
    '2:32: register_method takes the names of the outputs alone: write them as one list, ["y", "z"]',
  ],
  "a parameter beside the names": [
    method('(output_names=["y"], input_names=["x"])'),
    '2:47: register_method has no parameter input_names: write output_names=["y"]',
  ],
  "register that is not imported": [
    '@register.register_method("y")\ndef m(x):\n    return x\n',
    "1:2: register is not imported here: write from mindspore_serving.server import register above",
  ],
  "register_method that is not imported": [
    'import mindspore_serving\n@register_method("y")\ndef m(x):\n    return x\n',
    "2:2: register_method is not imported here: write from mindspore_serving.server.register import register_method above",
  ],
  "a decorator that Serving has not": [
    `${HEAD}@register.register_methods("y")\ndef m(x):\n    return x\n`,
    '2:2: register_methods of Serving\'s register is no decorator: write @register.register_method(output_names=["y"])',
  ],
  "a method twice": [
    `${method('("y")')}@register.register_method("z")\ndef m(x):\n    return x\n`,
    "6:5: m is registered again, which Serving refuses: give it another name",
  ],
  "a method in a class": [
    `${HEAD}class A:\n    @staticmethod\n    @register.register_method("y")\n    def m(x):\n        return x\n`,
    "5:9: m is indented, which Serving refuses: move it to the left margin, with its decorator",
  ],
  "a method that is async": [
    method('("y")', "async def m(x):\n    return x"),
    "3:11: m is async, which Serving can't call: write def alone",
  ],
  "a method that returns nothing": [
    method('("y")', "def m(x):\n    y = register.add_stage(lambda v: v, x, outputs_count=1)"),
    "3:5: m returns nothing, which Serving refuses: return the outputs of its last stage",
  ],
  "an input that is used as a value": [
    method(
      '("y")',
      "def m(x):\n    return register.add_stage(lambda v: v, x.astype('int8'), outputs_count=1)",
    ),
    "4:44: x is a placeholder while Serving registers the method: do .astype in a function, and give that to add_stage",
  ],
  "an input that a function uses without a stage": [
    `${HEAD}def f(image):\n    return image.reshape(2, 2)\n@register.register_method("y")\ndef m(x):\n    return f(x)\n`,
    "3:12: image is a placeholder while Serving registers the method: do .reshape in a function, and give that to add_stage",
  ],
  "a stage without outputs_count": [
    method('("y")', "def m(x):\n    return register.add_stage(lambda v: v, x)"),
    "4:12: add_stage needs outputs_count: write how many outputs the stage gives, outputs_count=1",
  ],
  "a stage with a parameter that add_stage has not": [
    method('("y")', "def m(x):\n    return register.add_stage(lambda v: v, x, outputs_count=1, batchsize=4)"),
    "4:64: add_stage has no parameter batchsize: it has outputs_count, batch_size and tag",
  ],
  "a stage that is given a number": [
    method('("y")', "def m(x):\n    return register.add_stage(lambda v, w: v, x, 5, outputs_count=1)"),
    "4:50: a stage is given inputs of the method and outputs of other stages, and Serving refuses anything else: let its function have this itself",
  ],
  "a stage that is given too little": [
    `${HEAD}def f(x, y):\n    return x\n@register.register_method("y")\ndef m(x):\n    return register.add_stage(f, x, outputs_count=1)\n`,
    "6:31: this function has 2 parameters, but the stage gives it 1, which Serving refuses, also where others have a default: give it as many",
  ],
  "a stage that leaves out what has a default": [
    `${HEAD}def f(x, y=1):\n    return x\n@register.register_method("y")\ndef m(x):\n    return register.add_stage(f, x, outputs_count=1)\n`,
    "6:31: this function has 2 parameters, but the stage gives it 1, which Serving refuses, also where others have a default: give it as many",
  ],
  "functools.partial as a stage": [
    `import functools\n${HEAD}def f(x, y):\n    return x\n@register.register_method("y")\ndef m(x):\n    return register.add_stage(functools.partial(f, 1), x, outputs_count=1)\n`,
    "7:31: functools.partial is no stage, which Serving refuses: define a function with def that calls it",
  ],
  "an object's method as a stage": [
    `${HEAD}class A:\n    def f(self, x):\n        return x\na = A()\n@register.register_method("y")\ndef m(x):\n    return register.add_stage(a.f, x, outputs_count=1)\n`,
    "8:31: an object's method is no stage, which Serving refuses: define a function with def that calls it",
  ],
  "two names for one output of a stage": [
    method(
      '(["a", "b"])',
      "def m(x):\n    a, b = register.add_stage(lambda v: v, x, outputs_count=1)\n    return a, b",
    ),
    "4:5: 2 names for outputs_count=1, which Serving refuses: write as many",
  ],
  "*args": [
    method('("y")', "def m(x, *rest):\n    return x"),
    "3:11: *rest stands for any number of inputs, which Serving refuses: give each input of a method a name of its own",
  ],
  "**kwargs behind Chinese": [
    method('("y")', "def m(图片, **rest):\n    return 图片"),
    "3:13: **rest stands for any number of inputs, which Serving refuses: give each input of a method a name of its own",
  ],
  "an input behind a star": [
    method('("y")', "def m(x, *, top):\n    return x"),
    "3:13: top stands behind a *, which Serving refuses: give each input of a method a name of its own",
  ],
  "fewer outputs than names": [
    method('(["a", "b"])', "def m(x):\n    return register.add_stage(lambda v: v, x, outputs_count=1)"),
    "4:12: m returns 1, but names 2 in output_names, which Serving refuses: return as many as it names",
  ],
  "more outputs than names": [
    method('("a")', "def m(x):\n    return x, x"),
    "4:12: m returns 2, but names 1 in output_names, which Serving refuses: return as many as it names",
  ],
  "a lambda as a method": [
    `${HEAD}register.register_method("y")(lambda x: x)\n`,
    "2:31: register_method takes a function by its name: define it with def",
  ],
};
