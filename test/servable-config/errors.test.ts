/** What can't be read, and what Serving would refuse, with file, line and column. */

import { describe, expect, it } from "vitest";
import { read } from "./read.ts";
import { HEAD, method, REFUSED } from "./refused.ts";

describe("errors", () => {
  it.each(Object.entries(REFUSED))("%s", (_, [text, error]) => {
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
    "a number that begins with zero": "x = [00, 0.5, 012.5, 0o17, 0xFF]\n",
    "a text in a text": "x = f\"{d['a']!r:>{w}} {{}} {a}\" f'{1}' rb'' u'b'\n",
    "a default of the same name": "def f(a, b=a, c=(1, 2)): pass\n",
    "blocks of different depths": "if a:\n  b\nelse:\n      c\n        # d\n# e\n      f\n",
    "lines within brackets": "x = [\n1,\n    2,\n\t3]\n",
    "words of Python 2 as names": "exec('x'); print\nprint(1, end='')\nmatch = 1\n",
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
