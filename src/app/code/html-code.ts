/** A call as HTML: the element that does on any page what the page Classify does. */

import { type CodeRequest, fileInput } from "./code-request.ts";

/** @returns `undefined` for a call that the element does not make: one of anything else than files */
export function htmlCode(request: CodeRequest): string | undefined {
  const input = fileInput(request);
  if (input === undefined) return undefined;
  const { address, servable, method, version = "0", timeoutMs } = request;
  const attributes = [
    ["address", address],
    ["servable", servable],
    ["method", method],
    ...(version === "0" ? [] : [["version", version]]),
    ...(timeoutMs === undefined ? [] : [["timeout-ms", String(timeoutMs)]]),
    ...(input === "image" ? [] : [["input", input]]),
  ].map(([name, value]) => `\n  ${name}="${escaped(value!)}"`);
  return `<script type="module">
  import "mindspore-serving-web/elements";
</script>

<serving-classifier${attributes.join("")}
  multiple
  wait
></serving-classifier>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
