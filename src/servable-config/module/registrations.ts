/** The methods that a configuration registers. */

import type { Definition, Expression, Statement } from "../python/syntax.ts";
import type { Module } from "./module.ts";
import { servingName } from "./serving.ts";

export interface Registration {
  /** Where it is registered. */
  at: number;
  /** Name of the method. */
  name: string;
  /** The call of `register_method`. */
  call: Expression & { kind: "call" };
  /** Its function; left out, it is defined where it can't be read. */
  definition: Definition | undefined;
  /** The file that the function stands in. */
  module: Module;
  /** A pipeline of 1.3's `register_pipeline`: its body runs for each request. */
  isPipeline: boolean;
  /** Whether it may not be registered at all: it stands in a branch. */
  isConditional: boolean;
}

/** @throws SourceError for a decorator that Serving would refuse */
export function registrationsOf(module: Module): { found: Registration[]; notes: string[] } {
  const found: Registration[] = [];
  const notes: string[] = [];
  const visit = (statements: readonly Statement[], isConditional: boolean, inLoop: boolean) => {
    for (const statement of statements) {
      const registered = registeredBy(module, statement);
      if (registered && inLoop) {
        const place = module.source.place(statement.at);
        notes.push(
          `${place}: a method is registered in a loop: it is left out, since only running the file tells its names.`,
        );
      } else if (registered) {
        found.push({ ...registered, isConditional });
      }
      if (statement.kind === "branches") for (const body of statement.bodies) visit(body, true, inLoop);
      if (statement.kind === "with") visit(statement.body, isConditional, inLoop);
      if (statement.kind === "for" || statement.kind === "while") visit(statement.body, true, true);
      if (statement.kind === "try") {
        visit(statement.body, isConditional, inLoop);
        for (const body of statement.handlers) visit(body, true, inLoop);
        visit(statement.after, isConditional, inLoop);
      }
    }
  };
  visit(module.statements, false, false);
  return { found, notes };
}

function registeredBy(module: Module, statement: Statement): Omit<Registration, "isConditional"> | undefined {
  if (statement.kind === "function") {
    for (const decorator of statement.decorators) {
      const call = registerCall(module, decorator, statement.at);
      if (!call) continue;
      return { at: statement.at, name: statement.name, definition: statement, module, ...call };
    }
    return undefined;
  }
  // `register_method("y")(predict)`
  const value = statement.kind === "expression" || statement.kind === "assign" ? statement.value : undefined;
  const [target] = value?.kind === "call" ? value.args : [];
  const made =
    value?.kind === "call" && isCall(module, value.callee, statement.at) ? value.callee : undefined;
  const call = made && registerCall(module, made, statement.at);
  if (!call || !target) return undefined;
  const at = statement.at;
  if (target.kind !== "name" && target.kind !== "attribute") {
    module.source.fail(target.at, "register_method takes a function by its name: define it with def");
  }
  const defined = definitionOf(module, target, at);
  const name = defined?.definition.name ?? target.name;
  return { at, name, definition: defined?.definition, module: defined?.module ?? module, ...call };
}

/** The one function that a name stands for, here or in another file of the servable. */
function definitionOf(
  module: Module,
  expression: Expression,
  before?: number,
): { definition: Definition; module: Module } | undefined {
  const bindings = expression.kind === "name" ? module.bindingsOf(expression.name, before) : [];
  const [binding, ...more] = bindings;
  if (binding?.kind === "function")
    return more.length === 0 ? { definition: binding.definition, module } : undefined;
  if (binding?.kind === "value" && more.length === 0) return definitionOf(module, binding.value, binding.at);
  const [path, ...others] = module.pathsOf(expression, before);
  const found = path !== undefined && others.length === 0 ? module.follow(path) : undefined;
  return found && definitionOf(found.module, { at: 0, kind: "name", name: found.name });
}

/** A call, or a variable that holds what one gave. */
function isCall(module: Module, expression: Expression, before: number): boolean {
  if (expression.kind !== "name") return expression.kind === "call";
  return module.valueOf(expression.name, before)?.kind === "call";
}

function registerCall(
  module: Module,
  expression: Expression,
  before: number,
): Pick<Registration, "call" | "isPipeline"> | undefined {
  // `method = register_method("y")`, then `@method`.
  const value = expression.kind === "name" ? module.valueOf(expression.name, before) : undefined;
  const call = value?.kind === "call" ? value : expression;
  const name = servingName(module, call.kind === "call" ? call.callee : call, before);
  if (name !== "register_method" && name !== "register_pipeline") return undefined;
  if (call.kind !== "call") {
    module.source.fail(call.at, `${name} needs the names of the outputs: write ${name}(output_names=["y"])`);
  }
  return { call, isPipeline: name === "register_pipeline" };
}
