/** The example servable `add`: y = x1 + x2 on 2×2 matrices (protocol section 5). */

import { method } from "../method/method.ts";
import { callFunction, callModel } from "../method/stage.ts";
import type { Servable } from "../protocol/servable.ts";
import { astypeFloat32 } from "../python/astype.ts";
import { PythonError } from "../python/python-error.ts";
import { float32Array, type NumpyArray, type PythonInput } from "../python/python-value.ts";
import { additionModel } from "./elementwise.ts";

const NAMES = ["x1", "x2"];

/** Any numeric arrays → float32, same shapes; a `str` has no `astype`. */
const addTransDatatype = callFunction({
  name: "add_trans_datatype",
  inputs: NAMES,
  outputs: NAMES,
  run: (x1, x2) => [astype(x1), astype(x2)],
});

const add = callModel(additionModel, NAMES, ["y"]);

/** Versions 1 and 2, which behave alike. */
export const addServable: Servable = {
  name: "add",
  versions: [1n, 2n],
  methods: new Map([
    // x1, x2: float32 of 16 bytes → y: float32 (2, 2).
    ["add_common", method(NAMES, ["y"], add)],
    // x1, x2: any numeric dtype with 4 elements → y: float32 (2, 2).
    ["add_cast", method(NAMES, ["y"], addTransDatatype, add)],
  ]),
};

function astype(value: PythonInput): NumpyArray {
  if (typeof value === "string") throw new PythonError("'str' object has no attribute 'astype'");
  return float32Array(astypeFloat32(value), value.shape);
}
