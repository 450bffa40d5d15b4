/** A call as a TypeScript module, with this project's own client. */

import { type CodeRequest, fileFields, fileInput } from "./code-request.ts";
import { clientText, escaped, filesText, importsText, instancesText } from "./javascript-code.ts";
import { signedTypes } from "./signed-types.ts";

export function typescriptCode(request: CodeRequest): string {
  const input = fileInput(request);
  if (input !== undefined) return filesCode(request, input);
  return fileFields(request).length > 0 ? formCode(request) : valuesCode(request);
}

/** Any files, as somebody chooses them. */
function filesCode(request: CodeRequest, input: string): string {
  const { multiple = true, photos } = request;
  const { source, before } = filesText(request, input);
  const chosen = [
    'chooser.type = "file";\n',
    photos ? 'chooser.accept = "image/*";\n' : "",
    multiple ? "chooser.multiple = true;\n" : "",
  ].join("");
  const needed = ["Client", "isError"];
  const { imports, types, parameters } = signedTypes(request, needed);
  return `${importsText(needed)}${photos ? importsText(["toUpload"], "mindspore-serving-web/image") : ""}${imports}
${types}${clientText(request, parameters)}
${before === "" ? "" : `${before}\n`}// A file input of your page's own does as well.
const chooser = document.createElement("input");
${chosen}document.body.append(chooser);

chooser.onchange = async () => {
  const files = Array.from(chooser.files ?? []);
  for await (const { index, outcome } of client.inferMany(${source})) {
    console.log(files[index]?.name, isError(outcome) ? outcome.error : outcome);
  }
};
`;
}

/** Files among other inputs: a form asks for them. */
function formCode(request: CodeRequest): string {
  const needed = new Set(["Client", "isError"]);
  const instances = instancesText(request, needed, "  ");
  const fields = fileFields(request).map((name) => {
    const text = inTemplate(escaped(name));
    return `  <p><label>${text} <input type="file" name="${text}" required></label></p>\n`;
  });
  const { imports, types, parameters } = signedTypes(request, needed);
  return `${importsText(needed)}${imports}
${types}${clientText(request, parameters)}
const form = document.createElement("form");
form.innerHTML = \`
${fields.join("")}  <button>Run</button>
\`;
document.body.append(form);

form.onsubmit = async (event) => {
  event.preventDefault();
  const chosen = new FormData(form);
  const file = (name: string) => chosen.get(name) as File;
  const result = await client.infer(${instances});
${printText("  ")}};
`;
}

function valuesCode(request: CodeRequest): string {
  const needed = new Set(["Client", "isError"]);
  const instances = instancesText(request, needed);
  const { imports, types, parameters } = signedTypes(request, needed);
  return `${importsText(needed)}${imports}
${types}${clientText(request, parameters)}
const result = await client.infer(${instances});
${printText("")}`;
}

function printText(indent: string): string {
  return `${indent}if (isError(result)) console.error(result.error, result.hint.en);
${indent}else for (const outcome of result) console.log(isError(outcome) ? outcome.error : outcome);
`;
}

/** A text within backticks. */
const inTemplate = (text: string) => text.replace(/[\\`]|\$(?=\{)/g, "\\$&");
