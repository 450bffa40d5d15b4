/** A source of instances, as an iterator. */

import { describe } from "../../tensor/index.ts";

/** @throws TypeError for what is no source */
export function iteratorOf<T>(source: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  const given: unknown = source;
  if (typeof given === "object" && given !== null) {
    if (Symbol.asyncIterator in source) return source[Symbol.asyncIterator]();
    if (Symbol.iterator in source) return source[Symbol.iterator]();
  }
  throw new TypeError(
    `the source is ${describe(given)}: give an array, generator or async generator of instances`,
  );
}
