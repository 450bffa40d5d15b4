/** What of MindSpore Serving's own names a configuration uses. */

import type { Expression } from "../python/syntax.ts";
import type { Module } from "./module.ts";

/**
 * The names of `mindspore_serving.server.register`, of `mindspore_serving.worker.register` as it was called before 1.3,
 * and of the `distributed` beside them.
 */
const NAMES = [
  "register_method",
  "register_pipeline",
  "declare_model",
  "declare_servable",
  "declare_distributed_servable",
  "add_stage",
  "call_preprocess",
  "call_preprocess_pipeline",
  "call_servable",
  "call_postprocess",
  "call_postprocess_pipeline",
  "PipelineServable",
] as const;

export type ServingName = (typeof NAMES)[number];

/**
 * The name of Serving's that an expression stands for. An object that comes from elsewhere, such as another file that
 * imports `register`, is taken for Serving's by the name that is called of it, which nothing else has.
 */
export function servingName(
  module: Module,
  expression: Expression,
  before?: number,
): ServingName | undefined {
  const written = lastOf(expression);
  const paths = module.pathsOf(expression, before);
  for (const path of paths) {
    const name = NAMES.find((one) => path.endsWith(`.${one}`));
    if (name && (/^mindspore_serving\./.test(path) || isUnread(module, path))) return name;
  }
  if (paths.length > 0 || expression.kind !== "attribute" || expression.object.kind !== "name")
    return undefined;
  const isOwn = module.bindingsOf(expression.object.name, before).length > 0;
  return isOwn ? undefined : NAMES.find((one) => one === written);
}

/** Whether a path leads to no name that a file of the servable defines itself. */
function isUnread(module: Module, path: string): boolean {
  const found = module.follow(path);
  return !found || found.module.bindingsOf(found.name).every(({ kind }) => kind === "import");
}

/** The last name of a dotted path. */
export function lastOf(expression: Expression): string | undefined {
  if (expression.kind === "attribute" || expression.kind === "name") return expression.name;
  return undefined;
}
