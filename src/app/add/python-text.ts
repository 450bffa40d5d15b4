/** Request and reply as Python prints them after `client.infer`, an instance a line. */

import type { Outputs } from "../../client/index.ts";
import type { Failure } from "../../failures/index.ts";
import type { Answer } from "../serving/call.ts";
import { instanceOf } from "./add-call.ts";
import type { AddRequest } from "./tutorial.ts";

/** `[{'x1': array([[1., 1.], [1., 1.]], dtype=float32), …},` and so on; every cell must be readable. */
export function requestText({ pairs }: AddRequest): string {
  return listText(pairs.map((pair) => dictText(instanceOf(pair))));
}

/** What failed is `{'error': '…'}`: in an instance's place, or alone for the whole call. */
export function replyText(answer: Answer): string {
  if ("failure" in answer) return errorText(answer.failure);
  return listText(
    answer.answers.map((one) => ("failure" in one ? errorText(one.failure) : dictText(one.outputs))),
  );
}

const listText = (items: readonly string[]) => `[${items.join(",\n ")}]`;

function dictText(values: Outputs): string {
  const entries = Object.entries(values).map(([name, value]) => {
    return `${quoted(name)}: ${typeof value === "string" ? quoted(value) : value}`;
  });
  return `{${entries.join(", ")}}`;
}

function errorText(failure: Failure): string {
  return `{'error': ${quoted(failure.error)}}`;
}

/** Python's `repr`: double quotes only around single ones. */
function quoted(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
  return text.includes("'") && !text.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}
