/** A Python file and what its names stand for, without running it. */

import { readModule } from "../python/read-statements.ts";
import { Source } from "../python/source.ts";
import type { Expression, Statement } from "../python/syntax.ts";
import { type Binding, type Bindings, bindingsOf } from "./bindings.ts";

/** Gives another file of the servable by the dotted path of its module, where it is there to be read. */
export type ReadModule = (path: string) => { path: string; text: string } | undefined;

export class Module {
  readonly source: Source;
  readonly statements: Statement[];
  readonly #bindings: Bindings;
  readonly #read: ReadModule;
  readonly #others: Map<string, Module | undefined>;

  /** @throws SourceError for what is no Python */
  constructor(source: Source, read: ReadModule, others = new Map<string, Module | undefined>()) {
    this.source = source;
    this.statements = readModule(source);
    this.#bindings = bindingsOf(this.statements);
    this.#read = read;
    this.#others = others;
  }

  /**
   * What a name may stand for: one binding where that is certain, several where it depends, none where it is not this
   * file's own.
   * @param before place in the file up to which it has run; left out, all of it has
   */
  bindingsOf(name: string, before = Number.POSITIVE_INFINITY): Binding[] {
    const all = (this.#bindings.names.get(name) ?? []).filter(({ at }) => at < before);
    const last = all.findLastIndex(({ isCertain, kind }) => isCertain && kind !== "added");
    return all.slice(Math.max(0, last));
  }

  /** The modules all of whose names are this one's too. */
  get stars(): readonly string[] {
    return this.#bindings.stars;
  }

  /**
   * Dotted paths of what an expression may be: `mindspore_serving.server.register.add_stage`.
   * @param depth of names that stand for names
   */
  pathsOf(expression: Expression, before?: number, depth = 0): string[] {
    if (depth > 8) return [];
    if (expression.kind === "attribute") {
      return this.pathsOf(expression.object, before, depth + 1).map((path) => `${path}.${expression.name}`);
    }
    if (expression.kind !== "name") return [];
    const bindings = this.bindingsOf(expression.name, before);
    if (bindings.length === 0) return this.stars.map((path) => `${path}.${expression.name}`);
    return bindings.flatMap((binding) => {
      if (binding.kind === "import") return [binding.path];
      return binding.kind === "value" ? this.pathsOf(binding.value, binding.at, depth + 1) : [];
    });
  }

  /** The value that a name certainly stands for. */
  valueOf(name: string, before?: number): Expression | undefined {
    const [binding, ...more] = this.bindingsOf(name, before);
    if (binding?.kind !== "value" || more.length > 0) return undefined;
    const isHeld = /^(list|dict)$/.test(binding.value.kind);
    return isHeld && this.isChanged(name) ? undefined : binding.value;
  }

  /** Whether a function puts something into the list or dict of that name, or takes something out. */
  isChanged(name: string): boolean {
    return this.#bindings.changed.has(name);
  }

  /** Another file of the servable, and a name in it; `undefined` where the path leads to none that can be read. */
  follow(path: string): { module: Module; name: string } | undefined {
    const dot = path.lastIndexOf(".");
    const [file, name] = [path.slice(0, dot) || ".", path.slice(dot + 1)];
    if (dot < 0 || file === ".") return undefined;
    if (!this.#others.has(file)) {
      // Before it is read, since it may import this one.
      this.#others.set(file, undefined);
      const found = this.#read(file);
      if (found) {
        const source = new Source(found.path, found.text);
        this.#others.set(file, new Module(source, this.#read, this.#others));
      }
    }
    const module = this.#others.get(file);
    return module && { module, name };
  }
}
