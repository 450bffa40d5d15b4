/** A shape as people write it. */

import { halfWidth } from "./number-text.ts";

/** `2, 3` or `(2, 3)` to dimensions; empty is none given, `()` the scalar's; `undefined` when it isn't a shape. */
export function readShape(written: string): number[] | "none" | undefined {
  const text = halfWidth(written).trim();
  if (text === "") return "none";
  const [, list, tuple, bare] = /^(?:\[([^[\]()]*)\]|\(([^[\]()]*)\)|([^[\]()]+))$/.exec(text) ?? [];
  const inner = (list ?? tuple ?? bare)?.trim().replace(/\s*,$/, "");
  if (inner === "") return bare === undefined ? [] : undefined;
  const dims = inner?.split(/\s*[,x×]\s*|\s+/);
  return dims?.every((dim) => /^\d{1,10}$/.test(dim)) ? dims.map(Number) : undefined;
}
