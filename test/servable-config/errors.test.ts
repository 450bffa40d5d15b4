/** What can't be read, and what Serving would refuse, with file, line and column. */

import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

const HEAD = "from mindspore_serving.server import register\n";
const method = (decorator: string, definition = "def m(x):\n    return x") =>
  `${HEAD}@register.register_method${decorator}\n${definition}\n`;

const CASES: Record<string, [text: string, error: string]> = {
  "a bracket that is not closed": [
    `${HEAD}x = [1, 2\ndef m(): pass\n`,
    "2:10: this can't be read as Python: mend it first",
  ],
  "a bracket that is closed twice": [`${HEAD}x = (1))\n`, "2:8: this can't be read as Python: mend it first"],
  "a text without an end": [`${HEAD}x = "abc\n`, "2:5: this text has no end: close its quotes"],
  "Python 2": [`${HEAD}print "hello"\n`, "2:1: this is Python 2: Serving runs Python 3.7 to 3.9"],
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
    method('(["a", "b"])', "def m(x):\n    return register.add_stage(f, x, outputs_count=1)"),
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

describe("errors", () => {
  it.each(Object.entries(CASES))("%s", (_, [text, error]) => {
    expect(() => read(text)).toThrow(new Error(`servable_config.py:${error}`));
  });
});

it("another file of the servable is told by its own name", () => {
  const text = `${HEAD}from .other import OUT\n@register.register_method(OUT)\ndef m(x):\n    return x\n`;
  expect(() => read(text, { ".other": "OUT = [\n" })).toThrow(
    /^other\.py:1:\d: this can't be read as Python/,
  );
});

describe("valid Python that other readers stumble over", () => {
  const cases: Record<string, string> = {
    "numbers that end in a point": "STD = [1., 2.e5, 0.5, 1_000., -1.]\n",
    "yield alone": "def f():\n    yield\n    x = (yield)\n",
    "a page break": "\f\nx = 1\n",
    "a line that is continued": "x = 1 + \\\n    2\n",
    "a comment at the end": "x = 1  # end",
    "a text of several lines": 'x = """a\n  "b"\n\'c\n"""\n',
    "a backslash before the closing quotes": 'x = "a\\\\"\n',
    "a text with quotes that are escaped": "x = 'it\\'s'\n",
    "statements on one line": "x = 1; y = 2\n",
    "an assignment in an expression": "if (n := 5) > 3: pass\n",
    "a function that is async": "async def f(): await g()\n",
  };
  it.each(Object.entries(cases))("%s", (_, before) => {
    expect(Object.keys(read(`${before}\n${method('("y")')}`).methods)).toEqual(["m"]);
  });
});
