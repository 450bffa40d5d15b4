/** A call as a whole HTML page, with the custom element that makes it. */

import { type CodeRequest, fileInput } from "./code-request.ts";
import { inputSpecs } from "./input-specs.ts";
import { escaped, FILL_IN, importsText, instancesText, metadataText } from "./javascript-code.ts";

/** What the elements do without the attribute. */
const ELEMENTS_TIMEOUT_MS = 120_000;

/**
 * @param lang of the page, which is the elements' too
 * @returns `undefined` for the one kind of call that no element makes: several instances with files among other inputs
 */
export function htmlCode(request: CodeRequest, lang: string): string | undefined {
  const input = fileInput(request);
  const made = input === undefined ? methodElement(request) : classifierElement(request, input);
  if (!made) return undefined;
  const { servable, method, elements } = request;
  const { tag, attributes, lines } = made;
  const { metadata = {} } = request;
  const script = [...lines];
  if (Object.keys(metadata).length > 0)
    script.push(`element.metadata = ${metadataText(metadata)}; // ${FILL_IN}\n`);
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escaped(`${servable}.${method}`)}</title>
    <script type="module" src="${escaped(elements)}"></script>
  </head>
  <body>
    <${tag}${[...targetAttributes(request), ...attributes].map((one) => `\n      ${one}`).join("")}
    ></${tag}>
${script.length > 0 ? scriptText(tag, script, made.imports) : ""}  </body>
</html>
`;
}

interface Made {
  tag: string;
  attributes: string[];
  /** Of a script in which `element` is the element. */
  lines: string[];
  imports: string;
}

function classifierElement({ multiple = true, photos }: CodeRequest, input: string): Made {
  const attributes = [
    ...(input === "image" ? [] : [attribute("input", input)]),
    ...(photos ? [] : ['accept=""']),
    ...(photos?.maxSide === undefined ? [] : [attribute("shrink", String(photos.maxSide))]),
    ...(multiple ? ["multiple"] : []),
    "wait",
  ];
  return { tag: "serving-classifier", attributes, lines: [], imports: "" };
}

/** A form with the values, where one instance's can be typed; else a script gives the instances. */
function methodElement(request: CodeRequest): Made | undefined {
  const tag = "serving-method";
  const specs =
    request.instances.length === 1 ? inputSpecs(request.instances[0]!, request.signature) : undefined;
  if (specs) {
    const list = specs.map((spec) => `        ${JSON.stringify(spec)}`).join(",\n");
    const text = `[\n${list}\n      ]`.replaceAll("&", "&amp;").replaceAll("'", "&#39;");
    return { tag, attributes: [`inputs='${text}'`], lines: [], imports: "" };
  }
  if (request.instances.some((one) => Object.values(one).some((value) => value instanceof Blob)))
    return undefined;
  const needed = new Set<string>();
  const instances = instancesText(request, needed, "      ");
  const names = [...needed].sort().join(", ");
  return {
    tag,
    attributes: [],
    lines: [
      ...(names === "" ? [] : [`const { ${names} } = await loadClient();\n`]),
      `element.instances = ${instances};\n`,
    ],
    imports: names === "" ? "" : `      ${importsText(["loadClient"], request.elements)}`,
  };
}

function scriptText(tag: string, lines: readonly string[], imports: string): string {
  return `    <script type="module">
${imports}      const element = document.querySelector("${tag}");
${lines.map((line) => `      ${line}`).join("")}    </script>
`;
}

function targetAttributes({ address, servable, method, version = "0", timeoutMs }: CodeRequest): string[] {
  const withTimeout = timeoutMs !== undefined && timeoutMs !== ELEMENTS_TIMEOUT_MS;
  return [
    attribute("address", address),
    attribute("servable", servable),
    attribute("method", method),
    ...(version === "0" ? [] : [attribute("version", version)]),
    ...(withTimeout ? [attribute("timeout-ms", String(timeoutMs))] : []),
  ];
}

const attribute = (name: string, value: string) => `${name}="${escaped(value)}"`;
