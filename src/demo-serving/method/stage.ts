/** The steps of a method: Python functions and models, as `add_stage` of a `servable_config.py` names them. */

import type { TensorMessage } from "../../wire/index.ts";
import type { Failure, Phase } from "../protocol/servable.ts";
import { PythonError } from "../python/python-error.ts";
import { fromPython, type PythonInput, type PythonValue, toPython } from "../python/python-value.ts";
import { type Model, runModel } from "./model-run.ts";

/** Where a stage stands in its method. */
interface Place {
  /** From 1. */
  stage: number;
  /** Of a function without a tag of its own. */
  phase: Phase;
}

/** Outputs of one instance in order, or why there are none. */
type StageResult = TensorMessage[] | Failure;

export interface Stage {
  /** Names of values: inputs of the method and outputs of earlier stages. */
  readonly inputs: readonly string[];
  /** Names that its results get. */
  readonly outputs: readonly string[];
  readonly isModel: boolean;
  /** Runs several instances. @returns one result for each, in order */
  run(instances: readonly TensorMessage[][], place: Place): StageResult[] | Promise<StageResult[]>;
}

/** One value, or one for each output. */
type Returned = PythonValue | readonly PythonValue[];

interface FunctionFacts {
  /** Its name in the servable's file. */
  name: string;
  inputs: readonly string[];
  outputs: readonly string[];
  tag?: Phase;
}

/** A function of one instance. It throws `PythonError` where Python's raises. */
export function callFunction(
  facts: FunctionFacts & { run(...inputs: PythonInput[]): Returned | Promise<Returned> },
): Stage {
  return {
    ...facts,
    isModel: false,
    async run(instances, place) {
      const results: StageResult[] = [];
      for (const inputs of instances) {
        try {
          results.push(toTensors(await facts.run(...inputs.map(toPython))));
        } catch (error) {
          results.push(failure(error, facts, place));
        }
      }
      return results;
    },
  };
}

/**
 * A function of several instances, at most `batchSize` at a time, that yields or returns one result for each. What
 * is raised while it yields costs one instance, and it is called again for those behind; what is raised before it
 * returns costs all. Source: server/worker/task.py, `run_inner`.
 */
export function callBatchFunction(
  facts: FunctionFacts & { batchSize: number; run(instances: PythonInput[][]): Iterable<Returned> },
): Stage {
  const runBatch = (batch: PythonInput[][], place: Place): StageResult[] => {
    const results: StageResult[] = [];
    while (results.length < batch.length) {
      let iterator: Iterator<Returned>;
      try {
        iterator = facts.run(batch.slice(results.length))[Symbol.iterator]();
      } catch (error) {
        const failed = failure(error, facts, place);
        return batch.map((_, i) => results[i] ?? failed);
      }
      try {
        while (results.length < batch.length) results.push(toTensors(iterator.next().value));
      } catch (error) {
        results.push(failure(error, facts, place));
      }
    }
    return results;
  };
  return {
    ...facts,
    isModel: false,
    run(instances, place) {
      const results: StageResult[] = [];
      for (let start = 0; start < instances.length; start += facts.batchSize) {
        const batch = instances.slice(start, start + facts.batchSize);
        results.push(
          ...runBatch(
            batch.map((inputs) => inputs.map(toPython)),
            place,
          ),
        );
      }
      return results;
    },
  };
}

/** A model. What does not fit it costs its own instance alone, also in a model that takes several at a time. */
export function callModel(model: Model, inputs: readonly string[], outputs: readonly string[]): Stage {
  return {
    inputs,
    outputs,
    isModel: true,
    run: (instances) =>
      instances.map((given) => {
        const result = runModel(model, given);
        return typeof result === "string" ? { failed: "input", text: result } : [fromPython(result)];
      }),
  };
}

function toTensors(returned: Returned): TensorMessage[] {
  return (Array.isArray(returned) ? returned : [returned]).map(fromPython);
}

/** @throws the error itself when it isn't a Python exception */
function failure(error: unknown, { name, tag }: FunctionFacts, { stage, phase }: Place): Failure {
  if (!(error instanceof PythonError)) throw error;
  return {
    failed: "function",
    function: name,
    ...(tag ? { tag } : {}),
    phase: tag ?? phase,
    stage,
    text: error.message,
  };
}
