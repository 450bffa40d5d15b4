/** The names that statements use. */

import type { Expression, Statement } from "../python/syntax.ts";

export function namesIn(part: readonly Statement[] | Expression): string[] {
  const names: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    const node = value as { kind?: unknown; name?: unknown };
    if (node.kind === "name" && typeof node.name === "string") names.push(node.name);
    Object.values(value).forEach(visit);
  };
  visit(part);
  return names;
}
