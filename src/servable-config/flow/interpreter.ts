/** Goes through a function as Python would, without values: what it does with its inputs, and what it gives. */

import type { Module } from "../module/module.ts";
import type { Expression, Statement } from "../python/syntax.ts";
import { claimsOf } from "./conditions.ts";
import { type Evaluate, elementOf, evaluator, type Flow } from "./evaluate.ts";
import { namesIn } from "./names-in.ts";
import { servingCall } from "./serving-calls.ts";
import { type Claims, intersection, joined, type Scope, type State, UNKNOWN, type Value } from "./values.ts";

/** No configuration is expected to go deeper; it bounds the time for one that calls itself. */
const MOST_CALLS = 2000;
const DEEPEST = 20;

interface Results {
  returned: { value: Value; claims: Claims; at: number; isTuple: boolean }[];
  yielded: Value[];
}

export class Interpreter implements Flow {
  readonly #globals = new Map<Module, Map<string, Value>>();
  readonly #running: unknown[] = [];
  #calls = 0;

  /** A function's results, with what holds on each way through it. */
  run(module: Module, body: readonly Statement[], state: State): Results {
    const results: Results = { returned: [], yielded: [] };
    const falls = this.#statements(module, body, state, results);
    const ways = results.returned.map(({ claims }) => claims);
    state.claims = intersection(falls ? [...ways, state.claims] : ways);
    return results;
  }

  call(
    { parameters, body, module, scope }: Value & { kind: "function" },
    args: Value[],
    state: State,
  ): Value {
    if (this.#running.includes(body) || this.#running.length > DEEPEST || ++this.#calls > MOST_CALLS)
      return UNKNOWN;
    this.#running.push(body);
    const own: State = { scope: new Map(scope), claims: new Set() };
    parameters.forEach(({ name, kind }, i) => {
      own.scope.set(name, (kind === "plain" && args[i]) || UNKNOWN);
    });
    let value: Value;
    if (Array.isArray(body)) {
      const { returned, yielded } = this.run(module, body, own);
      const items = yielded.length > 0 ? [joined(yielded)] : undefined;
      value = items ? { kind: "list", items } : joined(returned.map((one) => one.value));
    } else {
      value = evaluator(this, module, own)(body);
    }
    this.#running.pop();
    for (const claim of own.claims) state.claims.add(claim);
    return value;
  }

  global(module: Module, name: string): Value {
    const known = this.#globals.get(module) ?? new Map<string, Value>();
    this.#globals.set(module, known);
    if (!known.has(name)) {
      // Before it is read, since it may name itself.
      known.set(name, UNKNOWN);
      known.set(name, this.#global(module, name));
    }
    return known.get(name)!;
  }

  serving(
    module: Module,
    call: Expression & { kind: "call" },
    evaluate: Evaluate,
    state: State,
  ): Value | undefined {
    return servingCall(this, module, call, evaluate, state);
  }

  bind(target: Expression, value: Value, scope: Scope): void {
    if (target.kind === "name") scope.set(target.name, value);
    if (target.kind !== "tuple" && target.kind !== "list") return;
    const items = value.kind === "list" ? value.items : value.kind === "instance" ? value.inputs : [];
    target.items.forEach((item, i) => {
      this.bind(
        item.kind === "star" ? item.operand : item,
        item.kind === "star" ? UNKNOWN : (items[i] ?? UNKNOWN),
        scope,
      );
    });
  }

  #global(module: Module, name: string): Value {
    const bindings = module.bindingsOf(name);
    // One of Python's own.
    if (bindings.length === 0) return { kind: "path", path: name };
    const values = bindings.map((binding): Value => {
      if (binding.kind === "import") return this.#imported(module, binding.path);
      if (binding.kind === "function") {
        const { parameters, body } = binding.definition;
        return { kind: "function", parameters, body, module, scope: new Map() };
      }
      if (binding.kind !== "value") return UNKNOWN;
      return evaluator(this, module, { scope: new Map(), claims: new Set() })(binding.value);
    });
    // `cv2 = None` where it is not installed.
    const isNone = (i: number) => {
      const binding = bindings[i]!;
      return binding.kind === "value" && binding.value.kind === "constant" && binding.value.value === null;
    };
    const options = values.filter((_, i) => !isNone(i));
    return options.length > 1 ? { kind: "choice", options } : (options[0] ?? UNKNOWN);
  }

  #imported(module: Module, path: string): Value {
    const found = module.follow(path);
    return found ? this.global(found.module, found.name) : { kind: "path", path };
  }

  /** @returns whether what follows them may run */
  #statements(module: Module, statements: readonly Statement[], state: State, results: Results): boolean {
    return statements.every((statement) => this.#statement(module, statement, state, results));
  }

  #statement(module: Module, statement: Statement, state: State, results: Results): boolean {
    const evaluate = evaluator(this, module, state);
    switch (statement.kind) {
      case "import":
        for (const { name, path } of statement.names) state.scope.set(name, this.#imported(module, path));
        return true;
      case "assign": {
        const value = this.#value(statement.value, evaluate, results);
        for (const target of statement.targets) this.bind(target, value, state.scope);
        return true;
      }
      case "expression":
        this.#value(statement.value, evaluate, results);
        return true;
      case "return": {
        const value = statement.value ? evaluate(statement.value) : UNKNOWN;
        results.returned.push({
          value,
          claims: new Set(state.claims),
          at: statement.value?.at ?? statement.at,
          isTuple: statement.value?.kind === "tuple",
        });
        return false;
      }
      case "raise":
        return false;
      case "assert":
        evaluate(statement.test);
        for (const claim of claimsOf(module, statement.test, true, evaluate)) state.claims.add(claim);
        return true;
      case "branches": {
        const [first, ...more] = statement.tests;
        if (first) evaluate(first);
        const ways = statement.isComplete ? statement.bodies : [...statement.bodies, []];
        const said = first && more.length === 0 ? claimsOf(module, first, false, evaluate) : [];
        return this.#ways(module, ways, state, results, said);
      }
      case "for": {
        const over = evaluate(statement.source);
        const runs = over.kind === "instances" || (over.kind === "list" && over.items.length > 0);
        const before: State = { scope: new Map(state.scope), claims: new Set(state.claims) };
        this.bind(statement.target, elementOf(over), state.scope);
        const falls = this.#statements(module, statement.body, state, results);
        if (!runs || !falls) this.#merge(state, falls ? [before, { ...state }] : [before]);
        return true;
      }
      case "while":
        return this.#ways(module, [statement.body, []], state, results);
      case "with":
        for (const [value, target] of statement.items) {
          const opened = evaluate(value);
          if (target) this.bind(target, opened, state.scope);
        }
        return this.#statements(module, statement.body, state, results);
      case "try":
        return this.#try(module, statement, state, results);
      case "function": {
        const { parameters, body, name } = statement;
        state.scope.set(name, { kind: "function", parameters, body, module, scope: state.scope });
        return true;
      }
      case "class":
        state.scope.set(statement.name, UNKNOWN);
        return true;
      case "other":
        statement.parts.forEach(evaluate);
        for (const name of statement.changed) state.scope.set(name, UNKNOWN);
        return true;
    }
  }

  #value(expression: Expression, evaluate: Evaluate, results: Results): Value {
    if (expression.kind !== "yield") return evaluate(expression);
    results.yielded.push(expression.value ? evaluate(expression.value) : UNKNOWN);
    return UNKNOWN;
  }

  /**
   * Ways of which one is taken.
   * @param otherwise what holds on all but the first of them
   */
  #ways(
    module: Module,
    bodies: readonly Statement[][],
    state: State,
    results: Results,
    otherwise: readonly string[] = [],
  ): boolean {
    const ends = bodies.flatMap((body, i) => {
      const claims = new Set([...state.claims, ...(i > 0 ? otherwise : [])]);
      const way: State = { scope: new Map(state.scope), claims };
      return this.#statements(module, body, way, results) ? [way] : [];
    });
    this.#merge(state, ends);
    return ends.length > 0;
  }

  #merge(state: State, ends: readonly State[]): void {
    if (ends.length === 0) return;
    state.claims = intersection(ends.map(({ claims }) => claims));
    const names = new Set(ends.flatMap(({ scope }) => [...scope.keys()]));
    for (const name of names)
      state.scope.set(name, joined(ends.map(({ scope }) => scope.get(name) ?? UNKNOWN)));
  }

  /** A handler that looks at no input is for one that is not as it should be: what the body says of it stands. */
  #try(
    module: Module,
    { body, handlers, after }: Statement & { kind: "try" },
    state: State,
    results: Results,
  ): boolean {
    const before: State = { scope: new Map(state.scope), claims: new Set(state.claims) };
    const ends: State[] = this.#statements(module, body, state, results) ? [{ ...state }] : [];
    const inputs = [...before.scope]
      .filter(([, value]) => /^(input|instance)/.test(value.kind))
      .map(([name]) => name);
    for (const handler of handlers) {
      const looks = namesIn(handler).some((name) => inputs.includes(name));
      const claims = looks ? before.claims : state.claims;
      const way: State = { scope: new Map(before.scope), claims: new Set(claims) };
      if (this.#statements(module, handler, way, results)) ends.push(way);
    }
    this.#merge(state, ends);
    return this.#statements(module, after, state, results) && ends.length > 0;
  }
}
