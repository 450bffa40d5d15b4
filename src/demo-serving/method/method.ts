/** A method made of stages. */

import type { InstanceMessage, TensorMessage } from "../../wire/index.ts";
import type { Failure, Method, Outcome } from "../protocol/servable.ts";
import type { Stage } from "./stage.ts";

/** One instance on its way: its values by name, or why it goes no further. */
type Row = Map<string, TensorMessage> | Failure;

/**
 * @param inputs names in the order of the signature
 * @param outputs names of the values that go into the reply
 * @param stages each gets the instances that none before it failed
 */
export function method(inputs: readonly string[], outputs: readonly string[], ...stages: Stage[]): Method {
  return {
    inputs,
    async run(instances) {
      let rows: Row[] = instances.map(
        (instance) => new Map(inputs.map((name) => [name, instance.get(name)!])),
      );
      for (const [i, stage] of stages.entries()) rows = await runStage(stage, i, stages, rows);
      return rows.map((row) => outcome(row, outputs));
    },
  };
}

async function runStage(
  stage: Stage,
  index: number,
  stages: readonly Stage[],
  rows: readonly Row[],
): Promise<Row[]> {
  const given = rows.filter((row) => row instanceof Map);
  if (given.length === 0) return [...rows];
  const isAfterModel = stages.slice(0, index).some(({ isModel }) => isModel);
  const results = await stage.run(
    given.map((row) => stage.inputs.map((name) => row.get(name)!)),
    { stage: index + 1, phase: isAfterModel ? "Postprocess" : "Preprocess" },
  );
  const next = results.values();
  return rows.map((row) => {
    if (!(row instanceof Map)) return row;
    const result = next.next().value!;
    if (!Array.isArray(result)) return result;
    for (const [i, name] of stage.outputs.entries()) row.set(name, result[i]!);
    return row;
  });
}

function outcome(row: Row, outputs: readonly string[]): Outcome {
  if (!(row instanceof Map)) return row;
  return new Map(outputs.map((name) => [name, row.get(name)!])) satisfies InstanceMessage;
}
