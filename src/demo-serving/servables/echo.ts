/** The servable `echo`: values as they come, and every kind of value that a Python function may return. */

import { method } from "../method/method.ts";
import { callFunction } from "../method/stage.ts";
import type { Phase, Servable } from "../protocol/servable.ts";
import { PythonError } from "../python/python-error.ts";
import { pythonInt } from "../python/python-number.ts";
import { number, type PythonInput } from "../python/python-value.ts";

const same = callFunction({ name: "same", inputs: ["a"], outputs: ["out"], run: (a) => a });

const swap = callFunction({
  name: "swap",
  inputs: ["a", "b"],
  outputs: ["first", "second"],
  run: (a, b) => [b, a],
});

const KINDS = ["i", "f", "b", "s", "y", "f32", "h", "nb", "e", "n"];

/** int, float, bool, str, bytes, numpy's own numbers, an array without elements, and an argmax. */
const allTypes = callFunction({
  name: "all_types",
  inputs: ["a"],
  outputs: KINDS,
  run: () => [
    number("int64", 5n),
    number("float64", 1.5),
    number("bool", true),
    "héllo",
    Uint8Array.of(0x00, 0xff),
    number("float32", 2.5),
    number("float16", 1.5),
    number("bool", true),
    { dtype: "int32", shape: [0, 3], bytes: new Uint8Array() },
    number("int64", 7n),
  ],
});

const refuse13 = (tag: Phase, value: string) =>
  callFunction({ name: "refuse_13", tag, inputs: [value], outputs: [value], run: refuse });

function refuse(a: PythonInput): PythonInput {
  if (pythonInt(a) === 13n) throw new PythonError("13 is not welcome");
  return a;
}

export const echoServable: Servable = {
  name: "echo",
  versions: [1n],
  methods: new Map([
    // a: anything → out: the same; bytes come back as uint8 (n,), as functions are given them.
    ["echo", method(["a"], ["out"], same)],
    // a, b: anything → first: b, second: a.
    ["echo_swapped", method(["a", "b"], ["first", "second"], swap)],
    // a: anything → one output of each kind.
    ["types", method(["a"], KINDS, allTypes)],
    // a: a number → out: the same; 13 fails in the first stage.
    ["fail_pre", method(["a"], ["out"], refuse13("Preprocess", "a"), same)],
    // a: a number → out: the same; 13 fails in the last stage.
    ["fail_post", method(["a"], ["out"], same, refuse13("Postprocess", "out"))],
  ]),
};
