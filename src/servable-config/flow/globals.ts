/** What the names of a module are worth to its functions. */

import type { Module } from "../module/module.ts";
import { servingName } from "../module/serving.ts";
import type { Definition } from "../python/syntax.ts";
import { add } from "./bind.ts";
import type { Context, Flow } from "./context.ts";
import { evaluator } from "./evaluate.ts";
import { type State, UNKNOWN, type Value } from "./values.ts";

export class Globals {
  readonly #flow: Flow;
  readonly #known = new Map<Module, Map<string, Value>>();

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  of(module: Module, name: string): Value {
    const known = this.#known.get(module) ?? new Map<string, Value>();
    this.#known.set(module, known);
    if (!known.has(name)) {
      // Before it is read, since it may name itself.
      known.set(name, UNKNOWN);
      known.set(name, this.#read(module, name));
    }
    return known.get(name)!;
  }

  imported(module: Module, path: string): Value {
    const found = module.follow(path);
    return found ? this.of(found.module, found.name) : { kind: "path", path };
  }

  #read(module: Module, name: string): Value {
    const bindings = module.bindingsOf(name);
    // One of Python's own.
    if (bindings.length === 0) return { kind: "path", path: name };
    const context = () => evaluator(this.#flow, module, { scope: new Map(), claims: new Set() });
    const [first, ...more] = bindings;
    if (first?.kind === "value" && more.length > 0 && more.every(({ kind }) => kind === "added")) {
      const held = context().evaluate(first.value);
      for (const one of more) if (one.kind === "added") add(held, context().evaluate(one.value));
      return module.isChanged(name) || !/^(list|dict)$/.test(held.kind) ? UNKNOWN : held;
    }
    const values = bindings.map((binding): Value => {
      if (binding.kind === "import") return this.imported(module, binding.path);
      if (binding.kind === "function") return functionValue(context(), binding.definition);
      if (binding.kind !== "value") return UNKNOWN;
      const value = context().evaluate(binding.value);
      return module.isChanged(name) && /^(list|dict)$/.test(value.kind) ? UNKNOWN : value;
    });
    // `cv2 = None` where it is not installed.
    const isNone = (i: number) => {
      const binding = bindings[i]!;
      return binding.kind === "value" && binding.value.kind === "constant" && binding.value.value === null;
    };
    const options = values.filter((_, i) => !isNone(i));
    return options.length > 1 ? { kind: "choice", options } : (options[0] ?? UNKNOWN);
  }
}

/** Decorators that leave a function as it is, for those who call it. */
const KEEPS = /^(functools\.(lru_cache|cache)|staticmethod|numba\.(njit|jit)|typing\.no_type_check)$/;

/** A function with its decorators, which may make something else of it. */
export function functionValue(context: Context, definition: Definition): Value {
  const { flow, module, state } = context;
  const { parameters, body, name, decorators } = definition;
  const count = parameters.length;
  let value: Value = {
    kind: "function",
    at: definition.at,
    name,
    count,
    parameters,
    body,
    module,
    scope: state.scope,
  };
  for (const decorator of decorators.toReversed()) {
    const callee = decorator.kind === "call" ? decorator.callee : decorator;
    if (servingName(module, callee)) continue;
    const made = context.evaluate(callee);
    if (made.kind === "path" && KEEPS.test(made.path)) continue;
    const of = decorator.kind === "call" && decorator.args[0] ? context.evaluate(decorator.args[0]) : UNKNOWN;
    if (made.kind === "path" && made.path === "functools.wraps" && value.kind === "function") {
      const isKnown = of.kind === "function";
      value = { ...value, name: isKnown ? of.name : "?", count: isKnown ? of.count : undefined };
      continue;
    }
    const wrapper = context.evaluate(decorator);
    const own: State = { scope: state.scope, claims: new Set() };
    value = wrapper.kind === "function" ? flow.call(wrapper, { args: [value] }, own) : UNKNOWN;
  }
  return value;
}
