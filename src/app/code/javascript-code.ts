/** What the code of a module and of a React component have in common: the client, and values as JavaScript. */

import type { InputValue } from "../../client/index.ts";
import { type CodeRequest, fieldName, isFile, placeholder, WRITTEN_ELEMENTS } from "./code-request.ts";
import { isScalar, isTensor, type Nested, nestedText, numberText } from "./code-value.ts";

/**
 * `const client = new Client(…);`
 * @param parameters its types
 */
export function clientText(request: CodeRequest, parameters = ""): string {
  const { address, servable, method, version = "0", timeoutMs, metadata = {} } = request;
  const options: string[] = [];
  if (version !== "0")
    options.push(`version: ${version}${Number.isSafeInteger(Number(version)) ? "" : "n"},`);
  if (timeoutMs !== undefined) options.push(`timeoutMs: ${timeoutMs},`);
  if (Object.keys(metadata).length > 0) options.push(`metadata: ${metadataText(metadata)}, // ${FILL_IN}`);
  const last = options.length > 0 ? `, {\n${options.map((option) => `  ${option}\n`).join("")}}` : "";
  return `const client = new Client${parameters}(${[address, servable, method].map(quoted).join(", ")}${last});\n`;
}

export const FILL_IN = "fill in: values of headers may be secrets";

export function metadataText(metadata: Readonly<Record<string, string>>): string {
  const headers = Object.keys(metadata).map((name) => `${property(name)}: ${quoted(placeholder(name))}`);
  return `{ ${headers.join(", ")} }`;
}

/**
 * The list of instances, a line each; files are those of a form's fields.
 * @param needed takes the names that the text needs to be imported
 * @param indent of the line that the list begins on
 */
export function instancesText(
  { instances }: Pick<CodeRequest, "instances">,
  needed: Set<string>,
  indent = "",
): string {
  const lines = instances.map((instance, i) => {
    const inputs = Object.entries(instance).map(([name, value]) => {
      const text = isFile(value)
        ? `file(${quoted(fieldName(name, i, instances.length))})`
        : valueText(value, needed);
      return `${property(name)}: ${text}`;
    });
    return `${indent}  { ${inputs.join(", ")} },\n`;
  });
  return `[\n${lines.join("")}${indent}]`;
}

/** The inputs of each of the chosen `files`, as photos go or as they are. */
export function filesText({ photos }: CodeRequest, input: string): { source: string; before: string } {
  const name = property(input);
  if (!photos) return { source: `files.map((file) => ({ ${name}: file }))`, before: "" };
  const options = photos.maxSide === undefined ? "" : `, { maxSide: ${photos.maxSide} }`;
  const before = `// Upright, and in a format that Serving reads;
// what this browser can't read goes as it is.
async function* instancesOf(files: readonly File[]) {
  for (const file of files) yield { ${name}: await toUpload(file${options}).catch(() => file) };
}
`;
  return { source: "instancesOf(files)", before };
}

export function importsText(names: Iterable<string>, from = "mindspore-serving-web"): string {
  return `import { ${[...names].sort().join(", ")} } from "${from}";\n`;
}

function valueText(value: Exclude<InputValue, Blob>, needed: Set<string>): string {
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

/** A property's name in an object; that one name would set the object's prototype. */
function property(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

/** Also safe within a script element. */
export const quoted = (text: string) => JSON.stringify(text).replaceAll("<", "\\u003c");

/** As text and in attributes of HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("<", "&lt;");
}
