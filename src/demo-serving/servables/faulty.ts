/** The servable `faulty`: a stage that fails for one instance, in each way that Serving knows, and one with any text. */

import { method } from "../method/method.ts";
import { callBatchFunction, callFunction } from "../method/stage.ts";
import type { Servable } from "../protocol/servable.ts";
import { elementsOf, fromElements } from "../python/numpy-elements.ts";
import { PythonError } from "../python/python-error.ts";
import { pythonInt } from "../python/python-number.ts";
import { str } from "../python/python-text.ts";
import type { NumpyArray, PythonInput } from "../python/python-value.ts";

const BATCH = 8;
const ONE_NUMBER = { inputs: ["x"], outputs: ["y"] };

function* yieldTwice(instances: PythonInput[][]): Generator<PythonInput> {
  for (const [x] of instances) yield twice(x!);
}

export const faultyServable: Servable = {
  name: "faulty",
  versions: [1n],
  methods: new Map([
    // x: a number → y: twice as much; 13 fails.
    ["fail_one", method(["x"], ["y"], callFunction({ name: "twice", ...ONE_NUMBER, run: twice }))],
    // The same, by a function that is given a batch and yields one result after another.
    [
      "fail_yield",
      method(
        ["x"],
        ["y"],
        callBatchFunction({ name: "twice_yielding", ...ONE_NUMBER, batchSize: BATCH, run: yieldTwice }),
      ),
    ],
    // The same, by a function that is given a batch and returns a list: what fails one fails its whole batch.
    [
      "fail_list",
      method(
        ["x"],
        ["y"],
        callBatchFunction({
          name: "twice_as_list",
          ...ONE_NUMBER,
          batchSize: BATCH,
          run: (instances) => instances.map(([x]) => twice(x!)),
        }),
      ),
    ],
    // text: str → always fails, with this text.
    [
      "fail_text",
      method(
        ["text"],
        ["y"],
        callFunction({ name: "fail_with", inputs: ["text"], outputs: ["y"], run: fail }),
      ),
    ],
  ]),
};

/** `x * 2` of what `int(x)` takes. */
function twice(x: PythonInput): PythonInput {
  if (pythonInt(x) === 13n) throw new PythonError("13 is not welcome");
  return typeof x === "string" ? x + x : twiceOf(x);
}

/** Arrays of one dimension or more keep their dtype; numbers become int64 or float64, as numpy before 2 has it. */
function twiceOf(x: NumpyArray): NumpyArray {
  const element = elementsOf(x)[0]!;
  const doubled = typeof element === "bigint" ? element * 2n : element * 2;
  if (x.dtype === "bool") return fromElements("int64", [doubled ? 2 : 0], x.shape);
  if (x.shape.length > 0) return fromElements(x.dtype, [doubled], x.shape);
  return fromElements(
    x.dtype.startsWith("float") || x.dtype === "uint64" ? "float64" : "int64",
    [doubled],
    [],
  );
}

function fail(text: PythonInput): never {
  throw new PythonError(str(text));
}
