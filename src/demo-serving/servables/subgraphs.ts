/**
 * The servable `subgraphs`: two graphs with the same weights, for inputs of two sizes, called by one function. A model
 * file of several subgraphs is refused by Serving's CPU back end.
 */

import { method } from "../method/method.ts";
import { callInside, float32Of, type Model } from "../method/model-run.ts";
import { callFunction } from "../method/stage.ts";
import type { Servable } from "../protocol/servable.ts";
import { add } from "../python/float32.ts";
import { PythonError } from "../python/python-error.ts";
import { float32Array, fromPython, type NumpyArray } from "../python/python-value.ts";

const COLUMNS = 96;
const RESULTS = 16;

/** x: float32 (rows, 96) → float32 (16,), the sum of all rows of x times a matrix of whole numbers from -2 to 2. */
function sumOfProduct(file: string, rows: number): Model {
  return {
    file,
    inputs: [{ dtype: "float32", shape: [rows, COLUMNS] }],
    output: [RESULTS],
    run: (x) =>
      new Float32Array(RESULTS).map((_, result) =>
        x.reduce((sum, value, i) => sum + value * ((((i % COLUMNS) + result) % 5) - 2), 0),
      ),
  };
}

const large = sumOfProduct("matmul_0.mindir", 128);
const small = sumOfProduct("matmul_1.mindir", 8);

const callBoth = callFunction({
  name: "call_both",
  inputs: ["x", "y"],
  outputs: ["z"],
  run: (x, y) => {
    const [a, b] = [callInside(large, x), callInside(small, y)];
    return float32Array(add(dataOf(a), dataOf(b)), [RESULTS]);
  },
});

const callSecondSubgraph = callFunction({
  name: "call_second_subgraph",
  inputs: ["x"],
  outputs: ["z"],
  run: () => {
    throw new PythonError(
      `Model(${large.file}, subgraph=1).call() failed: The model does not have subgraph of index 1, the subgraph count of the model is 1`,
    );
  },
});

export const subgraphsServable: Servable = {
  name: "subgraphs",
  versions: [1n],
  methods: new Map([
    // x: float32 (128, 96), y: float32 (8, 96) → z: float32 (16,).
    ["predict", method(["x", "y"], ["z"], callBoth)],
    // x: float32 (128, 96) → always fails.
    ["predict_subgraph", method(["x"], ["z"], callSecondSubgraph)],
  ]),
};

function dataOf(array: NumpyArray): Float32Array {
  return float32Of(fromPython(array));
}
