/** A method's inputs as the server tells them: their names, and nothing of what they are. */

import { type Failure, ownFailure, toldFailure } from "../failure.ts";
import type { Connection } from "../serving-element.ts";
import { type Field, fieldOf } from "./input-spec.ts";

export async function learnFields({
  client,
  library,
}: Connection): Promise<{ fields: Field[] } | { failure: Failure }> {
  const { inputs, error } = await client.probe();
  if (inputs) return { fields: inputs.map((name) => fieldOf({ name })) };
  return { failure: error ? toldFailure(error, library) : unknownInputs() };
}

function unknownInputs(): Failure {
  return ownFailure(
    "unknown-inputs",
    "The names of this method's inputs could not be learned from the server.",
    "无法从服务器得知此方法的输入名。",
  );
}
