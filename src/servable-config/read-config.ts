/** A servable_config.py, read and not run, to the servable's signature. */

import {
  type MethodSignature,
  readSignature,
  type Signature,
  type ValueSignature,
} from "../signature/index.ts";
import { completed, type KnownSignature } from "./completed.ts";
import { docstringOf, parameterDocs } from "./docstring.ts";
import { Interpreter } from "./flow/interpreter.ts";
import { methodFacts } from "./method-facts.ts";
import { inputNames, outputNames } from "./method-names.ts";
import { Module, type ReadModule } from "./module/module.ts";
import { unfoundCalls } from "./module/old-calls.ts";
import { indented, type Registration, registrationsOf } from "./module/registrations.ts";
import { Source } from "./python/source.ts";

export interface ServableConfig {
  /** Path of the file, as people know it. */
  path: string;
  text: string;
  /** Name of the servable, which is its folder's. */
  servable: string;
  /** For functions that stand in other files of the servable. */
  readModule?: ReadModule;
  /** What else is known of it: where both tell something, this counts. */
  known?: KnownSignature | undefined;
}

export interface ConfigSignature {
  signature: Signature;
  /** What could not be known, a sentence each, with file, line and column. */
  notes: string[];
}

/**
 * @throws SourceError, with file, line and column, for what can't be read and for what Serving would refuse
 * @throws Error, with file and place, for what is known otherwise and does not fit
 */
export function readConfig({
  path,
  text,
  servable,
  readModule = () => undefined,
  known,
}: ServableConfig): ConfigSignature {
  const module = new Module(new Source(path, text), readModule);
  const { found, notes } = registrationsOf(module);
  if (found.length === 0 && notes.length === 0) {
    module.source.fail(
      0,
      "no method is registered here: a method is a function below @register.register_method(output_names=[…])",
    );
  }
  const methods = new Map<string, MethodSignature>();
  const certain = new Set<string>();
  const interpreter = new Interpreter();
  for (const registration of found) methodFacts(interpreter, registration, inputNames(registration) ?? []);
  interpreter.stages.isCollecting = false;
  for (const { at, name, module } of interpreter.stages.shared) {
    notes.push(
      `${module.source.place(at)}: another stage's function is named ${name} too, and Serving runs this one for both: give each a name of its own. What they do is left out.`,
    );
  }
  for (const registration of found) {
    const { name, at, isConditional, isIndented } = registration;
    const note = (at: number, text: string) => notes.push(`${module.source.place(at)}: ${text}`);
    const before = certain.has(name);
    if (before && !isConditional)
      module.source.fail(at, `${name} is registered again, which Serving refuses: give it another name`);
    if (!isConditional) certain.add(name);
    if (methods.has(name)) note(at, `${name} is registered again: the later one is taken.`);
    if (isConditional) {
      const indents = isIndented ? `; where it runs, ${indented(name)}` : "";
      note(at, `${name} stands in a branch: whether Serving has it only running the file tells${indents}.`);
    }
    methods.set(name, readMethod(interpreter, module, registration, note, known));
  }
  for (const [name, method] of Object.entries(known?.signature.methods ?? {})) {
    if (methods.has(name)) continue;
    notes.push(`${known!.path}: methods.${name} is not registered in ${path}, as far as that can be read.`);
    methods.set(name, method);
  }
  const doc = known?.signature.doc ?? docstringOf(module.statements);
  const signature = {
    signature: 1,
    servable,
    ...(doc && { doc }),
    methods: Object.fromEntries(methods),
  } as const;
  if (known) expectWhole(signature, known.path, path);
  return { signature, notes };
}

/** Each may be right, and yet they don't fit: an example without a value for an input that only the file has. */
function expectWhole(signature: Signature, known: string, path: string): void {
  try {
    readSignature(signature);
  } catch (error) {
    throw new Error(`${known}, together with ${path}: ${(error as Error).message}`);
  }
}

function readMethod(
  interpreter: Interpreter,
  module: Module,
  registration: Registration,
  note: (at: number, text: string) => void,
  known: KnownSignature | undefined,
): MethodSignature {
  const { name, at, definition, isPipeline } = registration;
  const parameters = inputNames(registration);
  const outputs = outputNames(module, registration, note);
  if (!parameters)
    note(at, `the inputs of ${name} are left out: its function stands where it can't be read.`);
  if (definition && registration.module === module && !isPipeline) {
    for (const { at, name } of unfoundCalls(module, definition.body))
      note(
        at,
        `Serving finds ${name} only in a line of its own: write y = register.${name}(…), then return y.`,
      );
  }
  const facts = methodFacts(interpreter, registration, parameters ?? []);
  const given = facts.outputs?.length;
  if (definition && facts.isEmpty)
    registration.module.source.fail(
      definition.at,
      `${name} returns nothing, which Serving refuses: return the outputs of its last stage`,
    );
  const differs = outputs !== undefined && given !== undefined && given !== outputs.length;
  if (differs && facts.listedAt !== undefined && !isPipeline) {
    registration.module.source.fail(
      facts.listedAt,
      `${name} returns ${given}, but names ${outputs.length} in output_names, which Serving refuses: return as many as it names`,
    );
  }
  const doc = docstringOf(definition?.body ?? []);
  const docs = parameterDocs(doc ?? "", parameters?.map((one) => one.name) ?? []);
  const values = {
    inputs:
      parameters &&
      named(parameters.map((one, i) => [one.name, documented(facts.inputs[i] ?? {}, docs.get(one.name))])),
    outputs: outputs && named(outputs.map((output, i) => [output, (!differs && facts.outputs?.[i]) || {}])),
  };
  const read = {
    ...(doc && { doc }),
    ...(values.inputs && { inputs: values.inputs }),
    ...(values.outputs && { outputs: values.outputs }),
  };
  const method = completed(read, name, known);
  const open = [unknownOf("input", method.inputs), unknownOf("output", method.outputs)].filter(Boolean);
  if (open.length > 0)
    note(
      at,
      `${name}: the file does not tell all of ${open.join(" and ")}; what it does not tell is left out.`,
    );
  return method;
}

function documented(facts: ValueSignature, doc: string | undefined): ValueSignature {
  return doc === undefined ? facts : { ...facts, doc };
}

function named(entries: readonly (readonly [string, ValueSignature])[]): Record<string, ValueSignature> {
  return Object.fromEntries(entries);
}

/** `input x (kind, dtype, shape)`; nothing where all is known. */
function unknownOf(side: string, values: Readonly<Record<string, ValueSignature>> = {}): string {
  const open = Object.entries(values).flatMap(([name, { kind, dtype, shape }]) => {
    if (kind === "string" || kind === "bytes" || kind === "image") return [];
    const facts = [
      ...(kind ? [] : ["kind"]),
      ...(dtype ? [] : ["dtype"]),
      ...(shape || kind === "scalar" ? [] : ["shape"]),
    ];
    return facts.length === 0 ? [] : [`${name} (${facts.join(", ")})`];
  });
  return open.length === 0 ? "" : `${side} ${open.join(", ")}`;
}
