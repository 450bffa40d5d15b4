/** The servable `bulk`: much in or much out and hardly any work. */

import { method } from "../method/method.ts";
import { callFunction } from "../method/stage.ts";
import type { Servable } from "../protocol/servable.ts";
import { countOf } from "../python/numpy-elements.ts";
import { PythonError } from "../python/python-error.ts";
import { pythonInt } from "../python/python-number.ts";
import { float32Array, type NumpyArray, number, type PythonInput } from "../python/python-value.ts";

/** More than any message holds. */
const MOST = 2n ** 31n;

const size = callFunction({ name: "size", inputs: ["a"], outputs: ["n"], run: sizeOf });
const floats = callFunction({ name: "floats", inputs: ["n"], outputs: ["y"], run: zeros });

export const bulkServable: Servable = {
  name: "bulk",
  versions: [1n],
  methods: new Map([
    // a: numbers or bytes → n: how many, int64 ().
    ["count", method(["a"], ["n"], size)],
    // n: a number → y: float32 (n,).
    ["zeros", method(["n"], ["y"], floats)],
  ]),
};

function sizeOf(a: PythonInput): NumpyArray {
  if (typeof a === "string") throw new PythonError("'str' object has no attribute 'size'");
  return number("int64", BigInt(countOf(a)));
}

function zeros(n: PythonInput): NumpyArray {
  const count = pythonInt(n);
  if (count < 0n) throw new PythonError("negative dimensions are not allowed");
  if (count > MOST) throw new PythonError(`Unable to allocate an array with shape (${count},)`);
  return float32Array(new Float32Array(Number(count)), [Number(count)]);
}
