/** A call as a React component in TypeScript, with this project's own client. */

import { type CodeRequest, fileFields, fileInput } from "./code-request.ts";
import { clientText, filesText, importsText, instancesText, quoted } from "./javascript-code.ts";
import { signedTypes } from "./signed-types.ts";

export function reactCode(request: CodeRequest): string {
  const input = fileInput(request);
  return input === undefined ? valuesCode(request) : filesCode(request, input);
}

/** Any files, as somebody chooses them. */
function filesCode(request: CodeRequest, input: string): string {
  const { multiple = true, photos } = request;
  const { source, before } = filesText(request, input);
  const needed = ["Client", "isError", "type Outputs"];
  const { imports, types, parameters } = signedTypes(request, needed);
  return `${importsText(needed)}${photos ? importsText(["toUpload"], "mindspore-serving-web/image") : ""}${imports}import { useState } from "react";

${types}${clientText(request, parameters)}
${before === "" ? "" : `${before}\n`}${TEXT_OF}
export function ServingCall() {
  const [answers, setAnswers] = useState<string[]>([]);
  const [running, setRunning] = useState(false);

  async function run(files: readonly File[]) {
    setRunning(true);
    setAnswers(files.map((file) => \`\${file.name}: …\`));
    for await (const { index, outcome } of client.inferMany(${source})) {
      const text = isError(outcome) ? outcome.error : textOf(outcome);
      const answer = \`\${files[index]?.name}: \${text}\`;
      setAnswers((answers) => answers.map((old, i) => (i === index ? answer : old)));
    }
    setRunning(false);
  }

  return (
    <>
      <input
        type="file"${photos ? '\n        accept="image/*"' : ""}${multiple ? "\n        multiple" : ""}
        disabled={running}
        onChange={({ target }) => void run(Array.from(target.files ?? []))}
      />
      <ul>{answers.map((answer, i) => <li key={i}>{answer}</li>)}</ul>
    </>
  );
}
`;
}

/** Any other call: a button makes it, and a form asks for files that are among its inputs. */
function valuesCode(request: CodeRequest): string {
  const needed = new Set(["Client", "isError", "type Outputs"]);
  const fields = fileFields(request);
  const instances = instancesText(request, needed, "    ");
  const files = fields.length > 0 ? "\n    const file = (name: string) => chosen.get(name) as File;" : "";
  const inputs = fields.map(
    (name) =>
      `      <p><label>{${quoted(name)}} <input type="file" name={${quoted(name)}} required /></label></p>\n`,
  );
  const { imports, types, parameters } = signedTypes(request, needed);
  return `${importsText(needed)}${imports}import { useState } from "react";

${types}${clientText(request, parameters)}
${TEXT_OF}
export function ServingCall() {
  const [answer, setAnswer] = useState("");

  async function run(${fields.length > 0 ? "chosen: FormData" : ""}) {${files}
    setAnswer("…");
    const result = await client.infer(${instances});
    setAnswer(
      isError(result)
        ? \`\${result.error} \${result.hint.en}\`
        : result.map((outcome) => (isError(outcome) ? outcome.error : textOf(outcome))).join("\\n"),
    );
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run(${fields.length > 0 ? "new FormData(event.currentTarget)" : ""});
      }}
    >
${inputs.join("")}      <button>Run</button>
      <pre>{answer}</pre>
    </form>
  );
}
`;
}

const TEXT_OF = `/** What the method gives, whatever that is. */
function textOf(outputs: Outputs): string {
  const texts = Object.entries(outputs).map(([name, value]) => \`\${name}: \${value}\`);
  return texts.join(", ");
}
`;
