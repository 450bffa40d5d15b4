/** Goes through a function as Python would, without values: what it does with its inputs, and what it gives. */

import type { Module } from "../module/module.ts";
import type { Expression, Statement } from "../python/syntax.ts";
import { bind, elementOf } from "./bind.ts";
import { bindParameters } from "./bind-parameters.ts";
import { claimsOf, unpacked } from "./conditions.ts";
import type { Context, Flow } from "./context.ts";
import { evaluator } from "./evaluate.ts";
import { functionValue, Globals } from "./globals.ts";
import { namesIn } from "./names-in.ts";
import { servingCall } from "./serving-calls.ts";
import { checkUnpacked } from "./stage-checks.ts";
import { Stages } from "./stages.ts";
import {
  type Claims,
  type Given,
  hasItems,
  intersection,
  joined,
  type State,
  UNKNOWN,
  type Value,
} from "./values.ts";

/** No configuration is expected to go deeper; it bounds the time for one that calls itself. */
const MOST_CALLS = 2000;
const DEEPEST = 20;

interface Results {
  returned: { value: Value; claims: Claims; at: number; isTuple: boolean }[];
  yielded: Value[];
  /** Where a round of the loop ends before its last statement. */
  jumps: State[];
}

export class Interpreter implements Flow {
  readonly #globals = new Globals(this);
  readonly stages = new Stages();
  readonly #running: unknown[] = [];
  #calls = 0;
  isRegistering = false;

  /** A method's results. @param isPipeline its body runs for each request, on values */
  method(module: Module, body: readonly Statement[], state: State, isPipeline: boolean): Results {
    this.#calls = 0;
    this.isRegistering = !isPipeline;
    return this.#run(module, body, state);
  }

  stage(callee: Value & { kind: "function" }, args: Value[], state: State): Value {
    const { isRegistering } = this;
    this.isRegistering = false;
    const value = this.call(callee, { args }, state);
    this.isRegistering = isRegistering;
    return value;
  }

  /** A function's results, with what holds on each way through it. */
  #run(module: Module, body: readonly Statement[], state: State): Results {
    const results: Results = { returned: [], yielded: [], jumps: [] };
    const falls = this.#statements(module, body, state, results);
    const ways = results.returned.map(({ claims }) => claims);
    state.claims = intersection(falls ? [...ways, state.claims] : ways);
    return results;
  }

  call(callee: Value & { kind: "function" }, given: Given, state: State): Value {
    const { body, module, scope } = callee;
    if (this.#running.includes(body) || this.#running.length > DEEPEST || ++this.#calls > MOST_CALLS)
      return UNKNOWN;
    this.#running.push(body);
    const own: State = { scope: new Map(scope), claims: new Set() };
    bindParameters(callee, given, own);
    let value: Value;
    if (Array.isArray(body)) {
      const { returned, yielded } = this.#run(module, body, own);
      const items = yielded.length > 0 ? [joined(yielded)] : undefined;
      value = items ? { kind: "list", items, isOpen: "any" } : joined(returned.map((one) => one.value));
    } else {
      value = evaluator(this, module, own).evaluate(body);
    }
    this.#running.pop();
    for (const claim of own.claims) state.claims.add(claim);
    return value;
  }

  global(module: Module, name: string): Value {
    return this.#globals.of(module, name);
  }

  serving(context: Context, call: Expression & { kind: "call" }): Value | undefined {
    return servingCall(context, call, this.stages);
  }

  /** @returns whether what follows them may run */
  #statements(module: Module, statements: readonly Statement[], state: State, results: Results): boolean {
    return statements.every((statement) => this.#statement(module, statement, state, results));
  }

  #statement(module: Module, statement: Statement, state: State, results: Results): boolean {
    const context = evaluator(this, module, state);
    const { evaluate } = context;
    switch (statement.kind) {
      case "import":
        for (const { name, path } of statement.names)
          state.scope.set(name, this.#globals.imported(module, path));
        return true;
      case "assign": {
        const value = this.#value(statement.value, evaluate, results);
        for (const target of statement.targets) {
          checkUnpacked(context, target, statement.value);
          bind(target, value, state.scope);
          for (const claim of unpacked(target, value)) state.claims.add(claim);
        }
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
        for (const claim of claimsOf(context, statement.test, true)) state.claims.add(claim);
        return true;
      case "jump":
        results.jumps.push({ scope: new Map(state.scope), claims: new Set(state.claims) });
        return false;
      case "branches": {
        const { tests, bodies, isComplete } = statement;
        if (tests[0]) evaluate(tests[0]);
        const ways = (isComplete ? bodies : [...bodies, []]).map((body, i) => {
          const failed = tests.slice(0, i).flatMap((test) => claimsOf(context, test, false));
          return { body, said: [...failed, ...(tests[i] ? claimsOf(context, tests[i], true) : [])] };
        });
        return this.#ways(module, ways, state, results);
      }
      case "for": {
        const over = evaluate(statement.source);
        const runs = hasItems(over);
        const before: State = { scope: new Map(state.scope), claims: new Set(state.claims) };
        bind(statement.target, elementOf(over), state.scope);
        const ends = this.#loop(module, statement.body, state, results);
        this.#merge(state, runs && ends.length > 0 ? ends : [before, ...ends]);
        return true;
      }
      case "while": {
        const before: State = { scope: new Map(state.scope), claims: new Set(state.claims) };
        this.#merge(state, [before, ...this.#loop(module, statement.body, state, results)]);
        return true;
      }
      case "with":
        for (const [value, target] of statement.items) {
          const opened = evaluate(value);
          if (target) bind(target, opened, state.scope);
        }
        return this.#statements(module, statement.body, state, results);
      case "try":
        return this.#try(module, statement, state, results);
      case "function":
        state.scope.set(statement.name, functionValue(context, statement));
        return true;
      case "class":
        state.scope.set(statement.name, UNKNOWN);
        return true;
      case "other":
        statement.parts.forEach(evaluate);
        for (const name of statement.changed) {
          const held = state.scope.get(name);
          // `pixels /= 255` leaves an array's dtype and shape as they are.
          const isArray = held?.kind === "facts" && held.facts.kind === "tensor";
          if (!isArray) state.scope.set(name, UNKNOWN);
        }
        return true;
    }
  }

  #value(expression: Expression, evaluate: Context["evaluate"], results: Results): Value {
    if (expression.kind !== "yield") return evaluate(expression);
    results.yielded.push(expression.value ? evaluate(expression.value) : UNKNOWN);
    return UNKNOWN;
  }

  /** A round of a loop, by each way that it ends. */
  #loop(module: Module, body: readonly Statement[], state: State, results: Results): State[] {
    const own: Results = { ...results, jumps: [] };
    const falls = this.#statements(module, body, state, own);
    return [...own.jumps, ...(falls ? [{ scope: new Map(state.scope), claims: new Set(state.claims) }] : [])];
  }

  /** Ways of which one is taken, with what the tests say where it is. */
  #ways(
    module: Module,
    ways: readonly { body: readonly Statement[]; said: readonly string[] }[],
    state: State,
    results: Results,
  ): boolean {
    const ends = ways.flatMap(({ body, said }) => {
      const way: State = { scope: new Map(state.scope), claims: new Set([...state.claims, ...said]) };
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
      // A check whose failure is passed over is none.
      const stand = [...state.claims].filter((claim) => before.claims.has(claim) || !claim.includes("="));
      const way: State = { scope: new Map(before.scope), claims: new Set(looks ? before.claims : stand) };
      if (this.#statements(module, handler, way, results)) ends.push(way);
    }
    this.#merge(state, ends);
    return this.#statements(module, after, state, results) && ends.length > 0;
  }
}
