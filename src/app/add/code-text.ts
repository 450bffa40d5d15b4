/** The request on the page as the TypeScript that makes it. */

import type { DType } from "../../client/index.ts";
import { readCell } from "../values/cell.ts";
import type { Matrix } from "./matrix.ts";
import { type AddRequest, INPUTS } from "./tutorial.ts";

/** @param address of the proxy */
export function codeText({ method, pairs }: AddRequest, address: string): string {
  const instances = pairs.map(
    (pair) => `  { ${INPUTS.map((name) => `${name}: ${tensorText(pair[name])}`).join(", ")} },\n`,
  );
  return `import { Client, tensor } from "mindspore-serving-web";

const client = new Client(${JSON.stringify(address)}, "add", "${method}");
const result = await client.infer([
${instances.join("")}]);
`;
}

function tensorText({ dtype, columns, cells }: Matrix): string {
  const elements = cells.map((cell) => elementText(cell, dtype));
  const rows: string[] = [];
  for (let i = 0; i < elements.length; i += columns) {
    rows.push(`[${elements.slice(i, i + columns).join(", ")}]`);
  }
  return `tensor([${rows.join(", ")}]${dtype === "float32" ? "" : `, "${dtype}"`})`;
}

function elementText(text: string, dtype: DType): string {
  const cell = readCell(text, dtype);
  if (!("value" in cell)) return "/* ? */";
  if (typeof cell.value === "bigint") return `${cell.value}n`;
  // Object.is, since -0 is a float of its own.
  return Object.is(cell.value, -0) ? "-0" : String(cell.value);
}
