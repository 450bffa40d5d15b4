/** The example servable `add`: y = x1 + x2 on 2×2 matrices (protocol section 5). */

import type { InstanceMessage, TensorMessage } from "../../client/wire/message.ts";
import { astypeFloat32 } from "../astype.ts";
import { checkModelInputs, type ModelInput } from "../model-input.ts";
import { fromFloat32, toPython } from "../python-value.ts";
import type { Failure, Method, Outcome, Servable } from "../servable.ts";
import { bytesOf } from "../tensor-check.ts";

const SHAPE = [2, 2] as const;
const MODEL_INPUTS: readonly ModelInput[] = [
  { dtype: "float32", shape: SHAPE },
  { dtype: "float32", shape: SHAPE },
];

const INPUTS = ["x1", "x2"] as const;

/** x1, x2: float32 of 16 bytes → y: float32 (2, 2). Batch dimension off: every instance is a model run. */
const addCommon: Method = {
  inputs: INPUTS,
  run: (instances) => instances.map((instance) => runModel(inputsOf(instance))),
};

/** x1, x2: any numeric dtype with 4 elements → y: float32 (2, 2). */
const addCast: Method = {
  inputs: INPUTS,
  run: (instances) =>
    instances.map((instance) => {
      const cast = addTransDatatype(inputsOf(instance));
      return Array.isArray(cast) ? runModel(cast) : cast;
    }),
};

/** Versions 1 and 2, which behave alike. */
export const addServable: Servable = {
  name: "add",
  versions: [1n, 2n],
  methods: new Map([
    ["add_common", addCommon],
    ["add_cast", addCast],
  ]),
};

function inputsOf(instance: InstanceMessage): TensorMessage[] {
  return INPUTS.map((name) => instance.get(name)!);
}

/** The servable's preprocess function of that name: `x.astype(np.float32)`, which a `str` does not have. */
function addTransDatatype(inputs: readonly TensorMessage[]): TensorMessage[] | Failure {
  const cast: TensorMessage[] = [];
  for (const input of inputs) {
    const value = toPython(input);
    if (typeof value === "string") {
      const text = "'str' object has no attribute 'astype'";
      return { failed: "function", function: "add_trans_datatype", stage: 1, text };
    }
    cast.push(fromFloat32(astypeFloat32(value), value.shape));
  }
  return cast;
}

function runModel(inputs: readonly TensorMessage[]): Outcome {
  const complaint = checkModelInputs(inputs, MODEL_INPUTS);
  if (complaint) return { failed: "input", text: complaint };
  const [x1, x2] = [float32Of(inputs[0]!), float32Of(inputs[1]!)];
  const y = x1.map((element, i) => element + x2[i]!);
  return new Map([["y", fromFloat32(y, SHAPE)]]);
}

/** A copy: a view of the request may lie at any address, which typed arrays refuse. */
function float32Of(tensor: TensorMessage): Float32Array {
  return new Float32Array(new Uint8Array(bytesOf(tensor.data)).buffer);
}
