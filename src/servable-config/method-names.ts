/** The names of a method's inputs and outputs, and what Serving refuses of them. */

import { type Constant, constantOf } from "./module/constants.ts";
import type { Module } from "./module/module.ts";
import type { Registration } from "./module/registrations.ts";
import type { Expression, Parameter } from "./python/syntax.ts";

/** @throws SourceError for parameters that Serving refuses */
export function inputNames({ definition, module }: Registration): Parameter[] | undefined {
  for (const { at, kind, name } of definition?.parameters ?? []) {
    if (kind === "plain") continue;
    const written = { rest: `*${name}`, keywords: `**${name}`, "keyword-only": name }[kind];
    const why = kind === "keyword-only" ? "stands behind a *" : "stands for any number of inputs";
    module.source.fail(
      at,
      `${written} ${why}, which Serving refuses: give each input of a method a name of its own`,
    );
  }
  return definition?.parameters;
}

/**
 * @param registering the file that registers it
 * @param note is told what can't be known
 * @returns `undefined` where only running the file tells them
 * @throws SourceError for names that Serving refuses
 */
export function outputNames(
  registering: Module,
  { call, at, name }: Registration,
  note: (at: number, text: string) => void,
): string[] | undefined {
  const given = outputsArgument(call);
  expectOne(registering, call);
  if (!given) {
    if (!call.args.some(({ kind }) => kind === "star")) {
      registering.source.fail(
        call.at,
        `${name} has no output names: write register_method(output_names=["y"])`,
      );
    }
    note(call.at, `the outputs of ${name} are left out: only running the file tells their names.`);
    return undefined;
  }
  const isMany =
    given.kind === "dict" ||
    registering.source.text[given.at] === "{" ||
    (given.kind === "comprehension" && given.isGenerator);
  if (isMany)
    registering.source.fail(
      given.at,
      `the output names of ${name} are neither a text nor a list: write ["y"]`,
    );
  const value = constantOf(registering, given, at);
  if (value === undefined) {
    note(given.at, `the outputs of ${name} are left out: only running the file tells their names.`);
    return undefined;
  }
  const names = typeof value === "string" ? [value] : value;
  const fail = (problem: string): never => registering.source.fail(given.at, problem);
  if (!Array.isArray(names))
    return fail(`the output names of ${name} are neither a text nor a list: write ["y"]`);
  for (const [i, one] of names.entries()) checkName(name, names, i, one, fail);
  return names as string[];
}

function checkName(
  method: string,
  names: readonly Constant[],
  i: number,
  one: Constant,
  fail: (problem: string) => never,
): void {
  if (typeof one !== "string")
    fail(`an output name of ${method} is no text, which Serving refuses: write it in quotes`);
  if (one === "") fail(`an output name of ${method} is empty, which Serving refuses: give it one`);
  if (names.indexOf(one) < i) {
    fail(
      `the output name ${JSON.stringify(one)} of ${method} stands there twice, which Serving refuses: rename one`,
    );
  }
}

/** @throws SourceError for what register_method does not take */
function expectOne({ source }: Module, { args, keywords }: Registration["call"]): void {
  const stray = keywords.find(({ name }) => name !== "output_names");
  if (stray)
    source.fail(stray.at, `register_method has no parameter ${stray.name}: write output_names=["y"]`);
  const second = args[1] ?? (args.length > 0 ? keywords[0]?.value : undefined);
  const isUnknown = args.some(({ kind }) => kind === "star");
  if (second && !isUnknown)
    source.fail(
      second.at,
      'register_method takes the names of the outputs alone: write them as one list, ["y", "z"]',
    );
}

function outputsArgument({ args, keywords }: Registration["call"]): Expression | undefined {
  const named = keywords.find(({ name }) => name === "output_names")?.value;
  const [first] = args;
  return named ?? (first?.kind === "star" ? undefined : first);
}
