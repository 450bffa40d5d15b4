/** Lit's `repeat` for a list of which only a window is in the page. */

import { nothing } from "lit";
import { type KeyFn, repeat } from "lit/directives/repeat.js";

/**
 * What stays in the window stays where it is: `repeat` moves an item that stays alone, instead of what comes and
 * leaves around it, and what is moved is laid out anew and loses the focus. A second, empty part of each item keeps
 * it from being alone.
 */
export function inWindow<T>(items: readonly T[], key: KeyFn<T>, template: (item: T) => unknown) {
  const parts = items.flatMap((item, i) => {
    const of = key(item, i);
    return [
      { key: `${of}`, content: () => template(item) },
      { key: `${of}, end`, content: () => nothing },
    ];
  });
  return repeat(
    parts,
    ({ key }) => key,
    ({ content }) => content(),
  );
}
