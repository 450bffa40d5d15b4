/** What a module's names stand for. */

import type { Definition, Expression, Statement } from "../python/syntax.ts";

export type Binding = { at: number; isCertain: boolean } & (
  | { kind: "import"; path: string }
  | { kind: "value"; value: Expression }
  | { kind: "function"; definition: Definition }
  | { kind: "class"; body: Statement[] }
  /** A loop's name, for example. */
  | { kind: "unknown" }
);

export interface Bindings {
  /** In the order of the file. */
  names: Map<string, Binding[]>;
  /** Modules all of whose names were imported. */
  stars: string[];
}

/** Of statements and of those in their branches and loops, where it is not certain that they run. */
export function bindingsOf(statements: readonly Statement[]): Bindings {
  const bindings: Bindings = { names: new Map(), stars: [] };
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
        for (const target of statement.targets) assign(target, statement.value, add);
        break;
      case "function":
        add(statement.name, { kind: "function", definition: statement });
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
  for (const name of namesOf(target)) add(name, { kind: "unknown" });
}

/** The names that a target binds. */
function namesOf(target: Expression | undefined): string[] {
  if (target?.kind === "name") return [target.name];
  if (target?.kind === "star") return namesOf(target.operand);
  return target?.kind === "tuple" || target?.kind === "list" ? target.items.flatMap(namesOf) : [];
}
