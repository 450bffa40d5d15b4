/** Python's expressions and statements, as far as a servable's configuration is read. */

/** Every node knows where it begins in its file's text. */
interface Node {
  at: number;
}

export type Expression = Node &
  (
    | { kind: "name"; name: string }
    | { kind: "attribute"; object: Expression; name: string }
    | { kind: "call"; callee: Expression; args: Expression[]; keywords: Keyword[] }
    | { kind: "subscript"; object: Expression; index: Expression }
    | { kind: "text"; value: string }
    | { kind: "bytes" }
    | { kind: "number"; value: number; isFloat: boolean }
    | { kind: "constant"; value: boolean | null }
    /** Texts, and what stands between them; what is formatted in a way of its own is something else. */
    | { kind: "format"; parts: Expression[] }
    | { kind: "tuple" | "list"; items: Expression[] }
    | { kind: "dict"; entries: [key: Expression, value: Expression][] }
    | { kind: "binary"; operator: string; left: Expression; right: Expression }
    | { kind: "unary"; operator: string; operand: Expression }
    | { kind: "conditional"; test: Expression; yes: Expression; no: Expression }
    | { kind: "comprehension"; element: Expression; clauses: Clause[]; isGenerator: boolean }
    | { kind: "lambda"; parameters: Parameter[]; body: Expression }
    | { kind: "yield"; value: Expression | undefined }
    /** `*items` and `**items`. */
    | { kind: "star"; operand: Expression }
    /** Anything else, such as a slice. */
    | { kind: "other"; parts: Expression[] }
  );

/** `name=value` of a call. */
export interface Keyword extends Node {
  name: string;
  value: Expression;
}

/** `for target in source if test` of a comprehension. */
export interface Clause {
  target: Expression;
  source: Expression;
  tests: Expression[];
}

export interface Parameter extends Node {
  name: string;
  /** Of `*args`, `**kwargs`, and what stands behind a `*`. */
  kind: "plain" | "rest" | "keywords" | "keyword-only";
  annotation: Expression | undefined;
  hasDefault: boolean;
}

export interface Definition extends Node {
  kind: "function";
  name: string;
  parameters: Parameter[];
  body: Statement[];
  decorators: Expression[];
  isAsync: boolean;
}

export type Statement =
  | Definition
  | (Node &
      (
        | { kind: "import"; names: Import[] }
        | { kind: "assign"; targets: Expression[]; value: Expression }
        | { kind: "expression"; value: Expression }
        | { kind: "return"; value: Expression | undefined }
        | { kind: "raise" }
        /** `break` and `continue`. */
        | { kind: "jump" }
        | { kind: "assert"; test: Expression }
        /** Of `if`, with what is tested, and `match`: one of them runs, or none where none is `otherwise`. */
        | { kind: "branches"; tests: Expression[]; bodies: Statement[][]; isComplete: boolean }
        | { kind: "for"; target: Expression; source: Expression; body: Statement[] }
        | { kind: "while"; body: Statement[] }
        | { kind: "with"; items: [value: Expression, target: Expression | undefined][]; body: Statement[] }
        | { kind: "try"; body: Statement[]; handlers: Statement[][]; after: Statement[] }
        | { kind: "class"; name: string; body: Statement[]; decorators: Expression[] }
        /** Anything else: names whose value is no longer what it was. */
        | { kind: "other"; parts: Expression[]; changed: string[] }
      ));

/** A name that an import binds, to a dotted path; `*` for all of a module's names. */
export interface Import {
  name: string;
  path: string;
}
