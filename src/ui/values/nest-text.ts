/** Elements in nested brackets. */

/** `[[1, 2], [3, 4]]`; `element` gives the text of each, in order. */
export function nestText(shape: readonly number[], element: (index: number) => string): string {
  let next = 0;
  const build = (depth: number): string =>
    depth === shape.length
      ? element(next++)
      : `[${Array.from({ length: shape[depth]! }, () => build(depth + 1)).join(", ")}]`;
  return build(0);
}
