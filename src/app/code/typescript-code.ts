/** A call as TypeScript, with this project's own client. */

import type { InputValue } from "../../client/index.ts";
import { type CodeRequest, fileInput, fileName, WRITTEN_ELEMENTS } from "./code-request.ts";
import { isScalar, isTensor, type Nested, nestedText, numberText } from "./code-value.ts";

export function typescriptCode(request: CodeRequest): string {
  const input = fileInput(request);
  return input === undefined ? generalCode(request) : fileCode(request, input);
}

function fileCode(request: CodeRequest, input: string): string {
  const instance = isName(input) ? `(${input}) => ({ ${input} })` : `(file) => ({ ${quoted(input)}: file })`;
  return `import { Client, isError } from "mindspore-serving-web";

${clientText(request)}
// Any files, here those that a person has chosen: <input type="file" multiple>
const files = document.querySelector<HTMLInputElement>("input[type=file]")!.files!;

const result = await client.infer(Array.from(files, ${instance}));
if (isError(result)) throw new Error(\`\${result.error} \${result.hint.en}\`);
for (const outcome of result) console.log(isError(outcome) ? outcome.error : outcome);
`;
}

function generalCode(request: CodeRequest): string {
  const needed = new Set(["Client"]);
  const instances = request.instances.map((instance) => {
    const inputs = Object.entries(instance).map(
      ([name, value]) => `${property(name)}: ${valueText(value, needed)}`,
    );
    return `  { ${inputs.join(", ")} },\n`;
  });
  const file = needed.delete("file")
    ? "\nconst file = async (url: string) => (await fetch(url)).blob();\n"
    : "";
  return `import { ${[...needed].sort().join(", ")} } from "mindspore-serving-web";

${clientText(request)}${file}
const result = await client.infer([
${instances.join("")}]);
console.log(result);
`;
}

function clientText({
  address,
  servable,
  method,
  version = "0",
  timeoutMs,
  metadata = {},
}: CodeRequest): string {
  const options: string[] = [];
  if (version !== "0") options.push(`version: ${version}${Number.isSafeInteger(Number(version)) ? "" : "n"}`);
  if (timeoutMs !== undefined) options.push(`timeoutMs: ${timeoutMs}`);
  const headers = Object.keys(metadata).map((name) => `${property(name)}: "…"`);
  if (headers.length > 0) options.push(`metadata: { ${headers.join(", ")} }`);
  const last = options.length > 0 ? `, {\n${options.map((option) => `  ${option},\n`).join("")}}` : "";
  return `const client = new Client(${[address, servable, method].map(quoted).join(", ")}${last});\n`;
}

/** @param needed takes the names that the text needs to be imported */
function valueText(value: InputValue, needed: Set<string>): string {
  if (isTensor(value)) {
    needed.add("tensor");
    const { dtype, shape, size, data } = value;
    if (size > WRITTEN_ELEMENTS) {
      const array = data.constructor.name;
      return `tensor(new ${array}(${size}), "${dtype}", [${shape.join(", ")}])`;
    }
    const known = dtype === "float32" || dtype === "bool";
    const text = nestedText(value.toArray() as Nested, elementText);
    // A scalar has no nesting that would tell its shape.
    if (shape.length === 0) return `tensor([${text}], "${dtype}", [])`;
    const flat = size === 0 ? `, [${shape.join(", ")}]` : "";
    return `tensor(${text}${known && flat === "" ? "" : `, "${dtype}"`}${flat})`;
  }
  if (isScalar(value)) {
    needed.add(value.dtype);
    return `${value.dtype}(${elementText(value.value)})`;
  }
  if (value instanceof Blob) {
    needed.add("file");
    return `await file(${quoted(fileName(value))})`;
  }
  if (typeof value === "string") return quoted(value);
  if (typeof value === "object") return bytesText(value);
  return elementText(value);
}

function bytesText(value: ArrayBuffer | ArrayBufferView): string {
  const name = value instanceof ArrayBuffer ? "Uint8Array" : value.constructor.name;
  const elements = value instanceof ArrayBuffer ? new Uint8Array(value) : (value as Uint8Array);
  if (elements.length > WRITTEN_ELEMENTS) return `new ${name}(${elements.length})`;
  return `new ${name}([${Array.from(elements, elementText).join(", ")}])`;
}

function elementText(element: number | bigint | boolean): string {
  if (typeof element === "bigint") return `${element}n`;
  return typeof element === "number" ? numberText(element, "Infinity", "NaN") : String(element);
}

const isName = (text: string) => /^[A-Za-z_$][\w$]*$/.test(text) && text !== "await" && text !== "class";

const property = (name: string) => (isName(name) ? name : quoted(name));

/** Also safe within a script element, should somebody put it there. */
const quoted = (text: string) => JSON.stringify(text).replaceAll("<", "\\u003c");
