/** Nested JavaScript arrays to flat row-major data and back. */

import { describe } from "./describe.ts";

/** Arrays in arrays, all of one length at each depth, with elements at the bottom. */
export type Nested<T> = T | readonly Nested<T>[];

/** numpy's own limit. */
const MAX_RANK = 64;

interface Flat {
  /** Elements in row-major order, as the caller wrote them. */
  elements: unknown[];
  shape: number[];
}

/**
 * Flattens nested arrays and finds their shape.
 * @throws RangeError when rows of one depth differ in length or kind, naming the first index that differs
 */
export function flatten(nested: unknown): Flat {
  const shape: number[] = [];
  for (let level = nested; Array.isArray(level); level = level[0]) {
    shape.push(level.length);
    if (shape.length > MAX_RANK) {
      throw new RangeError(`nested arrays are more than ${MAX_RANK} levels deep: does one contain itself?`);
    }
  }
  const elements: unknown[] = [];
  const walk = (value: unknown, depth: number, path: string): void => {
    const expected = shape[depth];
    if (expected === undefined) {
      if (Array.isArray(value)) throw ragged(path, `is an array, but [0…] is ${describe(elements[0])}`);
      elements.push(value);
      return;
    }
    if (!Array.isArray(value))
      throw ragged(path, `is ${describe(value)} instead of an array of length ${expected}`);
    if (value.length !== expected) throw ragged(path, `has length ${value.length} instead of ${expected}`);
    for (let i = 0; i < value.length; i++) walk(value[i], depth + 1, `${path}[${i}]`);
  };
  walk(nested, 0, "");
  return { elements, shape };
}

function ragged(path: string, what: string): RangeError {
  return new RangeError(`nested arrays must be rectangular: ${path} ${what}`);
}

/** The inverse: nests `size` elements, taken by flat index, as `shape` says. A shape of `[]` is the element alone. */
export function nest<T>(at: (index: number) => T, shape: readonly number[]): Nested<T> {
  let next = 0;
  const build = (depth: number): Nested<T> => {
    if (depth === shape.length) return at(next++);
    return Array.from({ length: shape[depth]! }, () => build(depth + 1));
  };
  return build(0);
}
