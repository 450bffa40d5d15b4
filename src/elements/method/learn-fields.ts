/** A method's inputs as the server tells them: their names, and nothing of what they are. */

import { type Failure, failureOf, unknownInputs } from "../../failures/index.ts";
import type { Connection } from "../base/serving-element.ts";
import { type Field, fieldOf } from "./input-spec.ts";

export async function learnFields({
  client,
  library,
}: Connection): Promise<{ fields: Field[] } | { failure: Failure }> {
  const { inputs, error } = await client.probe();
  if (inputs) return { fields: inputs.map((name) => fieldOf({ name })) };
  return { failure: error ? failureOf(error, library) : unknownInputs() };
}
