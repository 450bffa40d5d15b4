/** The methods that a configuration registers. */

import type { Definition, Expression, Statement } from "../python/syntax.ts";
import type { Module } from "./module.ts";
import { lastOf, servingName } from "./serving.ts";

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
  /** Whether its definition does. */
  isIndented: boolean;
}

/** @throws SourceError for what Serving would refuse */
export function registrationsOf(module: Module): { found: Registration[]; notes: string[] } {
  const found: Registration[] = [];
  const notes: string[] = [];
  const seen = new Set<Expression>();
  const note = (at: number, text: string) => notes.push(`${module.source.place(at)}: ${text}`);
  const visit = (statements: readonly Statement[], where: "outside" | "block" | "branch" | "loop") => {
    for (const statement of statements) {
      const registered = registeredBy(module, statement);
      if (registered) seen.add(registered.call);
      if (registered && where === "loop") {
        note(
          statement.at,
          "a method is registered in a loop: it is left out, since only running the file tells its names.",
        );
      } else if (registered) {
        const isIndented = statement.kind === "function" && where !== "outside";
        if (isIndented && where === "block") module.source.fail(statement.at, indented(registered.name));
        found.push({ ...registered, isConditional: where === "branch", isIndented });
      }
      const inBlock = where === "outside" ? "block" : where;
      const inBranch = where === "loop" ? "loop" : "branch";
      if (statement.kind === "branches") for (const body of statement.bodies) visit(body, inBranch);
      if (statement.kind === "with") visit(statement.body, inBlock);
      if (statement.kind === "class") visit(statement.body, inBlock);
      if (statement.kind === "for" || statement.kind === "while") visit(statement.body, "loop");
      if (statement.kind === "try") {
        visit(statement.body, inBlock);
        for (const body of statement.handlers) visit(body, inBranch);
        visit(statement.after, inBlock);
      }
    }
  };
  visit(module.statements, "outside");
  for (const call of registerCallsIn(module)) {
    if (!seen.has(call))
      note(
        call.at,
        "a method is registered here that is left out: only running the file tells its name. Register it by @register.register_method, at the left margin.",
      );
  }
  return { found, notes };
}

/** Serving parses a method's lines alone, as they stand there. */
export function indented(name: string): string {
  return `${name} is indented, which Serving refuses: move it to the left margin, with its decorator`;
}

/** Those within functions among them. */
function registerCallsIn(module: Module): (Expression & { kind: "call" })[] {
  const found: (Expression & { kind: "call" })[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    const node = value as Expression;
    if (node.kind === "call" && isRegister(servingName(module, node.callee))) found.push(node);
    Object.values(value).forEach(visit);
  };
  visit(module.statements);
  return found;
}

function isRegister(name: string | undefined): boolean {
  return name === "register_method" || name === "register_pipeline";
}

type Registered = Omit<Registration, "isConditional" | "isIndented">;

function registeredBy(module: Module, statement: Statement): Registered | undefined {
  if (statement.kind === "function") {
    for (const decorator of statement.decorators) {
      expectKnown(module, decorator);
      const call = registerCall(module, decorator, statement.at);
      if (!call) continue;
      if (statement.isAsync)
        module.source.fail(
          statement.at,
          `${statement.name} is async, which Serving can't call: write def alone`,
        );
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
  // `from elsewhere import predict as m` has the function's own name.
  const name = defined?.definition.name ?? module.pathsOf(target, at)[0]?.split(".").at(-1) ?? target.name;
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
  if (!isRegister(name)) return undefined;
  if (call.kind !== "call") {
    module.source.fail(call.at, `${name} needs the names of the outputs: write ${name}(output_names=["y"])`);
  }
  return { call, isPipeline: name === "register_pipeline" };
}

/** @throws SourceError for a decorator of Serving's that is not imported, or that it has not */
function expectKnown(module: Module, decorator: Expression): void {
  const callee = decorator.kind === "call" ? decorator.callee : decorator;
  const [path, ...others] = module.pathsOf(callee);
  const wrong =
    path && others.length === 0 && /^mindspore_serving\.(?:\w+\.)*register\.(\w+)$/.exec(path)?.[1];
  if (wrong && !isRegister(wrong)) {
    module.source.fail(
      callee.at,
      `${wrong} of Serving's register is no decorator: write @register.register_method(output_names=["y"])`,
    );
  }
  let root = callee;
  while (root.kind === "attribute") root = root.object;
  if (
    !isRegister(lastOf(callee)) ||
    root.kind !== "name" ||
    module.bindingsOf(root.name).length > 0 ||
    module.stars.length > 0
  )
    return;
  const given =
    root === callee
      ? `from mindspore_serving.server.register import ${root.name}`
      : "from mindspore_serving.server import register";
  module.source.fail(root.at, `${root.name} is not imported here: write ${given} above`);
}
