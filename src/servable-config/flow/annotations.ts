/** What an annotation says of a value; nothing that Serving does not hold to, such as int. */

import type { ValueKind } from "../../signature/index.ts";
import { lastOf } from "../module/serving.ts";
import type { Expression } from "../python/syntax.ts";

const KINDS: Readonly<Record<string, ValueKind>> = { str: "string", bytes: "bytes" };

/** `str`, `"str"`, `Optional[str]`, `str | None`: an input is always given. */
export function annotatedKind(annotation: Expression | undefined): ValueKind | undefined {
  switch (annotation?.kind) {
    case "name":
      return Object.hasOwn(KINDS, annotation.name) ? KINDS[annotation.name] : undefined;
    case "text":
      return Object.hasOwn(KINDS, annotation.value) ? KINDS[annotation.value] : undefined;
    case "subscript":
      return lastOf(annotation.object) === "Optional" ? annotatedKind(annotation.index) : undefined;
    case "binary": {
      const { operator, left, right } = annotation;
      return operator === "|" && isNone(right) ? annotatedKind(left) : undefined;
    }
    default:
      return undefined;
  }
}

function isNone(expression: Expression): boolean {
  return expression.kind === "constant" && expression.value === null;
}
