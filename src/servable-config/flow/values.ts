/** What is known of a value while a function is read. */

import type { ValueSignature } from "../../signature/index.ts";
import type { Constant } from "../module/constants.ts";
import type { Module } from "../module/module.ts";
import type { Expression, Parameter, Statement } from "../python/syntax.ts";

export type Value =
  | { kind: "unknown" }
  /** An input of the method: itself, its bytes, or a file of its bytes in memory. */
  | { kind: "input"; index: number; form: "itself" | "bytes" | "file"; isPassed?: boolean }
  /** What a function is given that takes a batch: a list of instances; and one of them. */
  | { kind: "instances" | "instance"; inputs: Value[] }
  /** What a function asks of an input; a dimension by its place. */
  | { kind: "property"; index: number; of: "dtype" | "shape" | "ndim" | "dimension"; at?: number }
  /** A tuple or list; an open one has any number of items, or one at least, of which each is as the first. */
  | { kind: "list"; items: Value[]; isOpen?: "any" | "some" | undefined }
  | { kind: "dict"; entries: [key: Constant | undefined, value: Value][] }
  | {
      kind: "function";
      at: number;
      /** As Python has it, by which Serving knows a stage. */
      name: string;
      /** How many parameters it has as inspect sees it; functools.wraps shows those of another function. */
      count: number | undefined;
      parameters: Parameter[];
      body: Statement[] | Expression;
      module: Module;
      scope: Scope;
    }
  /** `functools.partial(f, 2, by=3)` */
  | { kind: "partial"; of: Value & { kind: "function" }; given: Given }
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

/** What a function is given. */
export interface Given {
  args: Value[];
  keywords?: ReadonlyMap<string, Value>;
}

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

/** Whether a loop over it has a first round. */
export function hasItems(value: Value): boolean {
  return (
    value.kind === "instances" || (value.kind === "list" && value.items.length > 0 && value.isOpen !== "any")
  );
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
    const isOpen = [a.isOpen, b.isOpen].includes("any") ? "any" : (a.isOpen ?? b.isOpen);
    return { kind: "list", items: a.items.map((item, i) => join(item, b.items[i]!)), isOpen };
  }
  if (a.kind === "input" && b.kind === "input" && a.index === b.index && a.form === b.form) return a;
  if (a.kind !== "facts" || b.kind !== "facts")
    return a.kind === b.kind && /^(decoder|model)$/.test(a.kind) ? a : UNKNOWN;
  const entries = Object.entries(a.facts).filter(
    ([name, fact]) => JSON.stringify(fact) === JSON.stringify(b.facts[name as keyof ValueSignature]),
  );
  return known(Object.fromEntries(entries));
}

export function intersection(all: readonly Claims[]): Claims {
  const [first, ...rest] = all;
  return new Set([...(first ?? [])].filter((claim) => rest.every((claims) => claims.has(claim))));
}
