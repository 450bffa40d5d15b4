/** The types of a call, where a signature tells them: its client then knows what its outcomes hold. */

import { fits } from "../../signature/index.ts";
import { type Imports, importOf, methodTypes } from "../../typed-client/index.ts";
import { givenOf } from "../values/given-of.ts";
import type { CodeRequest } from "./code-request.ts";

interface SignedTypes {
  /** Lines of imports. */
  imports: string;
  /** The types, above the client. */
  types: string;
  /** Behind `Client`. */
  parameters: string;
}

const NONE: SignedTypes = { imports: "", types: "", parameters: "" };

/** @param imported names that the code imports of the client by itself */
export function signedTypes(request: CodeRequest, imported: Iterable<string>): SignedTypes {
  const { signature, method } = request;
  if (!signature || !isAsSigned(request)) return NONE;
  const imports: Imports = { client: new Set(), signature: new Set() };
  const types = methodTypes(method, signature, { input: "Input", output: "Output" }, imports);
  for (const name of imported) imports.client.delete(name.replace(/^type /, ""));
  const lines = [
    ["mindspore-serving-web", imports.client] as const,
    ["mindspore-serving-web/signature", imports.signature] as const,
  ].filter(([, names]) => names.size > 0);
  return {
    imports: lines.map(([module, names]) => importOf(module, names, [])).join(""),
    types: types.replaceAll("export type", "type"),
    parameters: "<Input, Output>",
  };
}

/** Whether the values are those that the signature asks for; else the code would not compile. */
function isAsSigned({ signature, instances }: CodeRequest): boolean {
  const inputs = Object.entries(signature?.inputs ?? {});
  return instances.every(
    (instance) =>
      inputs.length === Object.keys(instance).length &&
      inputs.every(([name, input]) => Object.hasOwn(instance, name) && fits(givenOf(instance[name]!), input)),
  );
}
