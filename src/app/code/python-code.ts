/** A call as Python, with MindSpore Serving's own client. */

import type { InputValue } from "../../client/index.ts";
import { type CodeRequest, fileInput, fileName, WRITTEN_ELEMENTS } from "./code-request.ts";
import { isScalar, isTensor, type Nested, nestedText, numberText } from "./code-value.ts";

/** Python's client speaks gRPC to Serving itself, so that the proxy's address is of no use to it. */
const ADDRESS = `# Serving's own gRPC address, not the proxy's; releases 1.1 and 1.2 take "localhost", 5500 instead.\n`;

const HEADERS = "# Headers (metadata) are for the proxy: this client sends none.\n";

export function pythonCode(request: CodeRequest): string {
  const input = fileInput(request);
  const needed = new Set<string>();
  if (input !== undefined) return filesCode(request, input);
  const instances = request.instances.map((instance) => {
    const inputs = Object.entries(instance).map(
      ([name, value]) => `${quoted(name)}: ${valueText(value, needed)}`,
    );
    return `    {${inputs.join(", ")}},\n`;
  });
  const imports = [
    needed.has("Path") ? "from pathlib import Path\n\n" : "",
    needed.has("np") ? "import numpy as np\n" : "",
  ].join("");
  return `${imports}from mindspore_serving.client import Client

${clientText(request)}
result = client.infer([
${instances.join("")}])
print(result)
`;
}

/** Any files, named behind the program's name. */
function filesCode(request: CodeRequest, input: string): string {
  const { multiple = true, photos } = request;
  const side = photos?.maxSide;
  const imports = side === undefined ? ["from pathlib import Path"] : ["from io import BytesIO"];
  const others = side === undefined ? "" : "from PIL import Image, ImageOps\n";
  const bytes = side === undefined ? "Path(name).read_bytes()" : "smaller(name)";
  const names = multiple ? "sys.argv[1:]" : "sys.argv[1:2]";
  return `import sys
${imports.join("\n")}

from mindspore_serving.client import Client
${others}
${side === undefined ? "" : `\n${smallerText(side)}\n\n`}if len(sys.argv) < 2:
    sys.exit("Name ${multiple ? "files" : "a file"}: python call.py photo.jpg")

${clientText(request)}
instances = [{${quoted(input)}: ${bytes}} for name in ${names}]
print(client.infer(instances))
`;
}

/** What the page does with photos that are made smaller. */
function smallerText(side: number): string {
  return `def smaller(name):
    image = ImageOps.exif_transpose(Image.open(name)).convert("RGB")
    image.thumbnail((${side}, ${side}))
    made = BytesIO()
    image.save(made, "JPEG", quality=90)
    return made.getvalue()
`;
}

function clientText({ servable, method, version = "0", metadata = {} }: CodeRequest): string {
  const last = version === "0" ? "" : `, version_number=${version}`;
  const headers = Object.keys(metadata).length > 0 ? HEADERS : "";
  return `${ADDRESS}${headers}client = Client("localhost:5500", ${quoted(servable)}, ${quoted(method)}${last})\n`;
}

function valueText(value: InputValue, needed: Set<string>): string {
  if (typeof value === "string") return quoted(value);
  if (value instanceof Blob) {
    needed.add("Path");
    return `Path(${quoted(fileName(value))}).read_bytes()`;
  }
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) return bytesText(new Uint8Array(value));
  needed.add("np");
  if (isTensor(value)) {
    const { dtype, shape, size } = value;
    const dims = `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
    if (size > WRITTEN_ELEMENTS || size === 0) return `np.zeros(${dims}, ${numpyType(dtype)})`;
    return `np.array(${nestedText(value.toArray() as Nested, elementText)}, ${numpyType(dtype)})`;
  }
  if (isScalar(value)) {
    const text = elementText(value.value);
    // Of numpy's scalars the client refuses this one alone.
    return value.dtype === "bool" ? `np.array(${text}, np.bool_)` : `${numpyType(value.dtype)}(${text})`;
  }
  // Bare values have another dtype in Python than in JavaScript: these say the one that was sent.
  if (typeof value === "number") return `np.array([${elementText(value)}], np.float32)`;
  if (typeof value === "boolean") return `np.array([${elementText(value)}], np.bool_)`;
  if (typeof value === "bigint")
    return `np.array([${value}], ${value >= 2n ** 63n ? "np.uint64" : "np.int64"})`;
  const array = value as Exclude<typeof value, Uint8ClampedArray> & ArrayLike<number | bigint>;
  const dtype = numpyType(arrayDtype(array));
  if (array.length > WRITTEN_ELEMENTS) return `np.zeros((${array.length},), ${dtype})`;
  return `np.array([${Array.from(array, elementText).join(", ")}], ${dtype})`;
}

/** `Float32Array` is float32, `BigInt64Array` int64, `Uint8ClampedArray` uint8. */
function arrayDtype({ constructor: { name } }: object): string {
  return name.replace(/^Big|Clamped|Array$/g, "").toLowerCase();
}

const numpyType = (dtype: string) => (dtype === "bool" ? "np.bool_" : `np.${dtype}`);

function elementText(element: number | bigint | boolean): string {
  if (typeof element === "boolean") return element ? "True" : "False";
  return typeof element === "number" ? numberText(element, "np.inf", "np.nan") : String(element);
}

function bytesText(bytes: Uint8Array): string {
  if (bytes.length > WRITTEN_ELEMENTS) return `bytes(${bytes.length})`;
  return `bytes([${bytes.join(", ")}])`;
}

/** JSON's escapes are Python's too, but for a half of a surrogate pair, which the client takes no text with. */
const quoted = (text: string) => JSON.stringify(text);
