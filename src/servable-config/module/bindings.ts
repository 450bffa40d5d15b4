/** What a module's names stand for. */

import type { Definition, Expression, Statement } from "../python/syntax.ts";

export type Binding = { at: number; isCertain: boolean } & (
  | { kind: "import"; path: string }
  | { kind: "value"; value: Expression }
  | { kind: "function"; definition: Definition }
  | { kind: "class"; body: Statement[] }
  /** Something more in a list or dict, such as `models.append(model)`. */
  | { kind: "added"; value: Expression }
  /** A loop's name, for example. */
  | { kind: "unknown" }
);

export interface Bindings {
  /** In the order of the file. */
  names: Map<string, Binding[]>;
  /** Modules all of whose names were imported. */
  stars: string[];
  /** Names of lists and dicts that a function of the file changes. */
  changed: Set<string>;
}

/** Of statements and of those in their branches and loops, where it is not certain that they run. */
export function bindingsOf(statements: readonly Statement[]): Bindings {
  const bindings: Bindings = { names: new Map(), stars: [], changed: new Set() };
  collect(statements, true, bindings);
  return bindings;
}

type Added = Binding extends infer B ? (B extends Binding ? Omit<B, "at" | "isCertain"> : never) : never;

function collect(statements: readonly Statement[], isCertain: boolean, bindings: Bindings): void {
  for (const statement of statements) {
    const { at } = statement;
    const add = (name: string, added: Added) => {
      const all = bindings.names.get(name) ?? [];
      all.push({ at, isCertain, ...added } as Binding);
      bindings.names.set(name, all);
    };
    const unknown = (target: Expression | undefined) => {
      for (const name of namesOf(target)) add(name, { kind: "unknown" });
    };
    switch (statement.kind) {
      case "import":
        for (const { name, path } of statement.names) {
          if (name === "*") bindings.stars.push(path);
          else add(name, { kind: "import", path });
        }
        break;
      case "assign":
        change(statement.value, add);
        for (const target of statement.targets) assign(target, statement.value, add);
        break;
      case "expression":
        change(statement.value, add);
        break;
      case "function":
        add(statement.name, { kind: "function", definition: statement });
        for (const name of changedIn(statement)) bindings.changed.add(name);
        break;
      case "class":
        add(statement.name, { kind: "class", body: statement.body });
        break;
      case "branches":
        for (const body of statement.bodies) collect(body, false, bindings);
        break;
      case "for":
        unknown(statement.target);
        collect(statement.body, false, bindings);
        break;
      case "while":
        collect(statement.body, false, bindings);
        break;
      case "with":
        for (const [, target] of statement.items) unknown(target);
        collect(statement.body, isCertain, bindings);
        break;
      case "try":
        for (const body of [statement.body, ...statement.handlers]) collect(body, false, bindings);
        collect(statement.after, isCertain, bindings);
        break;
      case "other":
        for (const name of statement.changed) add(name, { kind: "unknown" });
    }
  }
}

function assign(target: Expression, value: Expression, add: (name: string, added: Added) => void): void {
  if (target.kind === "name") {
    add(target.name, { kind: "value", value });
    return;
  }
  const parts = target.kind === "tuple" || target.kind === "list" ? target.items : [];
  const values = value.kind === "tuple" || value.kind === "list" ? value.items : [];
  if (parts.length > 0 && parts.length === values.length && !values.some(({ kind }) => kind === "star")) {
    parts.forEach((part, i) => {
      assign(part, values[i]!, add);
    });
    return;
  }
  // `models["a"] = model`
  if (target.kind === "subscript" && target.object.kind === "name")
    add(target.object.name, { kind: "added", value });
  for (const name of namesOf(target)) add(name, { kind: "unknown" });
}

const CHANGES =
  /^(append|extend|insert|remove|pop|clear|sort|reverse|update|setdefault|popitem|add|discard|appendleft)$/;

/** `models.append(model)` */
function change(value: Expression, add: (name: string, added: Added) => void): void {
  const callee = value.kind === "call" ? value.callee : undefined;
  if (value.kind !== "call" || callee?.kind !== "attribute" || callee.object.kind !== "name") return;
  const [first, ...more] = value.args;
  const isOne = callee.name === "append" && first && first.kind !== "star" && more.length === 0;
  if (isOne) add(callee.object.name, { kind: "added", value: first });
  else if (CHANGES.test(callee.name)) add(callee.object.name, { kind: "unknown" });
}

/** Of lists and dicts that are not a function's own. */
function changedIn(definition: Definition): string[] {
  const inside: Bindings = { names: new Map(), stars: [], changed: new Set() };
  collect(definition.body, true, inside);
  const own = new Set(definition.parameters.map(({ name }) => name));
  const found = [...inside.names].flatMap(([name, all]) => {
    const isAssigned = all.some(({ kind }) => kind !== "added" && kind !== "unknown");
    return isAssigned || own.has(name) ? [] : [name];
  });
  return [...found, ...inside.changed];
}

/** The names that a target binds. */
function namesOf(target: Expression | undefined): string[] {
  if (target?.kind === "name") return [target.name];
  if (target?.kind === "star") return namesOf(target.operand);
  return target?.kind === "tuple" || target?.kind === "list" ? target.items.flatMap(namesOf) : [];
}
