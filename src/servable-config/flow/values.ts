/** What is known of a value while a function is read. */

import type { ValueSignature } from "../../signature/index.ts";
import type { Module } from "../module/module.ts";
import type { Expression, Parameter, Statement } from "../python/syntax.ts";

export type Value =
  | { kind: "unknown" }
  /** An input of the method: itself, its bytes, or a file of its bytes in memory. */
  | { kind: "input"; index: number; form: "itself" | "bytes" | "file"; isPassed?: boolean }
  /** What a function is given that takes a batch: a list of instances; and one of them. */
  | { kind: "instances" | "instance"; inputs: Value[] }
  /** A tuple or list. */
  | { kind: "list"; items: Value[] }
  | {
      kind: "function";
      parameters: Parameter[];
      body: Statement[] | Expression;
      module: Module;
      scope: Scope;
    }
  /** Something of another package. */
  | { kind: "path"; path: string }
  /** What turns the bytes of a picture into pixels when it is called. */
  | { kind: "decoder" }
  | { kind: "dataset"; columns: Map<string, Value> }
  /** `io.BytesIO()`, into which a picture or anything else is written. */
  | { kind: "buffer" }
  /** One of these, as it depends. */
  | { kind: "choice"; options: Value[] }
  /** A model of Serving's. */
  | { kind: "model" }
  | { kind: "facts"; facts: ValueSignature; isEncodedImage?: boolean };

export const UNKNOWN: Value = { kind: "unknown" };

export type Scope = Map<string, Value>;

/** What a function does with an input on each way through it that raises nothing: `0:image`, `1:string`. */
export type Claims = Set<string>;

/** A value that is read while statements run. */
export interface State {
  scope: Scope;
  claims: Claims;
}

export function known(facts: ValueSignature): Value {
  return { kind: "facts", facts };
}

/** What holds for all of these. */
export function joined(values: readonly Value[]): Value {
  const [first, ...rest] = values;
  if (!first) return UNKNOWN;
  return rest.reduce((all, value) => join(all, value), first);
}

function join(a: Value, b: Value): Value {
  if (a === b) return a;
  if (a.kind === "list" && b.kind === "list" && a.items.length === b.items.length) {
    return { kind: "list", items: a.items.map((item, i) => join(item, b.items[i]!)) };
  }
  if (a.kind === "input" && b.kind === "input" && a.index === b.index && a.form === b.form) return a;
  if (a.kind !== "facts" || b.kind !== "facts")
    return a.kind === b.kind && a.kind === "decoder" ? a : UNKNOWN;
  const entries = Object.entries(a.facts).filter(
    ([name, fact]) => JSON.stringify(fact) === JSON.stringify(b.facts[name as keyof ValueSignature]),
  );
  return known(Object.fromEntries(entries));
}

export function intersection(all: readonly Claims[]): Claims {
  const [first, ...rest] = all;
  return new Set([...(first ?? [])].filter((claim) => rest.every((claims) => claims.has(claim))));
}
