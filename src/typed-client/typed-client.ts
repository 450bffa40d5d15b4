/** A servable's signature, to TypeScript: its methods with their types, and a class that calls them. */

import type { MethodSignature, Signature } from "../signature/index.ts";
import { docComment } from "./doc-comment.ts";
import { factsOf } from "./facts.ts";
import { type Imports, importOf } from "./imports.ts";
import { methodTypes } from "./method-types.ts";
import { camelCase, Names, pascalCase, propertyName, variableName } from "./names.ts";

interface NamedMethod {
  /** Its name of Serving's. */
  method: string;
  /** As it is called. */
  name: string;
  input: string;
  output: string;
  facts: MethodSignature;
}

/** What the file imports as values, and what its names may not be therefore. */
const IMPORTED = [
  "Client",
  "ClientOptions",
  "Tensor",
  "InputValue",
  "OutputValue",
  "Outputs",
  "Instance",
  "Bytes",
  "Element",
];
const OF_SIGNATURES = [
  "BytesInput",
  "ImageInput",
  "NumericInput",
  "NumericOutput",
  "ScalarInput",
  "TensorInput",
];
const GLOBAL = [
  "Uint8Array",
  "Promise",
  "Object",
  "Array",
  "String",
  "Number",
  "Boolean",
  "Record",
  "Readonly",
];

/**
 * @param source what it is made of, as the head of the file tells it, such as `servable_config.py`
 * @throws TypeError for a servable without methods
 */
export function typedClient(signature: Signature, source: string): string {
  if (Object.keys(signature.methods).length === 0) {
    throw new TypeError(`the signature of ${signature.servable} has no methods: there is nothing to call`);
  }
  const names = new Names([
    ...IMPORTED,
    ...OF_SIGNATURES,
    ...GLOBAL,
    "TypedCall",
    "Signature",
    "caller",
    "checked",
    "signature",
  ]);
  const [variable, pascal] = [variableName(signature.servable), pascalCase(signature.servable)];
  const servable = names.take(variable, `${variable}Methods`);
  const className = names.take(pascal, `${pascal}Client`);
  const methods = nameMethods(signature, names);
  const imports: Imports = {
    client: new Set(["ClientOptions", "TypedCall"]),
    signature: new Set(["Signature"]),
  };
  const types = methods.map(({ method, input, output, facts }) =>
    methodTypes(method, facts, { input, output }, imports),
  );
  return [
    head(signature, source),
    importOf("mindspore-serving-web", imports.client, ["caller"]),
    importOf("mindspore-serving-web/signature", imports.signature, ["checked"]),
    `\nconst signature: Signature = ${factsOf(signature)};\n\n`,
    ...types,
    methodsObject(signature.servable, servable, methods),
    classOf(signature, className, servable, methods),
  ].join("");
}

/** Names of Serving's that become the same are kept as they are. */
function nameMethods({ methods }: Signature, types: Names): NamedMethod[] {
  const wanted = Object.keys(methods).map(camelCase);
  // A class has no property of the first names, and one with `then` would be taken for a promise.
  const own = new Names(["constructor", "prototype", "__proto__", "then"]);
  return Object.entries(methods).map(([method, facts], i) => {
    const isAlone = wanted.filter((one) => one === wanted[i]).length === 1;
    const name = isAlone ? own.take(wanted[i]!, `${wanted[i]}_`) : own.take(method, `${method}_`);
    const stem = pascalCase(method);
    return { method, name, input: types.take(`${stem}Input`), output: types.take(`${stem}Output`), facts };
  });
}

function head({ servable, doc }: Signature, source: string): string {
  const about = doc ? `\n\n${doc}` : "";
  return docComment(
    `The servable \`${servable}\`, made of ${source} by \`npx mindspore-serving-web types\`: make it anew where that has changed.${about}`,
    "",
  );
}

function methodsObject(servable: string, name: string, methods: readonly NamedMethod[]): string {
  const entries = methods.map(
    ({ method, name, input, output, facts }) =>
      `${docComment(facts.doc ?? "", "  ")}  ${propertyName(name)}: checked<${input}, ${output}>(signature, ${JSON.stringify(method)}),\n`,
  );
  const comment = docComment(`The methods of \`${servable}\`, each for \`new Client(address, method)\`.`, "");
  return `${comment}export const ${name} = {\n${entries.join("")}};\n\n`;
}

function classOf(
  { servable }: Signature,
  className: string,
  object: string,
  methods: readonly NamedMethod[],
): string {
  const member = (name: string) => (propertyName(name) === name ? `.${name}` : `[${JSON.stringify(name)}]`);
  const fields = methods.map(
    ({ name, input, output, facts }) =>
      `${docComment(facts.doc ?? "", "  ")}  readonly ${propertyName(name)}: TypedCall<${input}, ${output}>;\n`,
  );
  const made = methods.map(
    ({ name }) => `    this${member(name)} = caller(address, ${object}${member(name)}, options);\n`,
  );
  const about = `Calls the methods of \`${servable}\`, each with one instance: gives its outputs, or what failed, as a value (\`isError\`).`;
  const address = docComment("@param address the proxy's, such as `http://localhost:8080`", "  ");
  return `${docComment(about, "")}export class ${className} {\n${fields.join("")}\n${address}  constructor(address: string, options: ClientOptions = {}) {\n${made.join("")}  }\n}\n`;
}
