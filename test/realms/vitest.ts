/**
 * What test files import as "vitest", where they run outside of it: in a page, a worker, plain Node. Vitest's own
 * runner and matchers, which need nothing of Node.
 */

import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

export { afterAll, afterEach, beforeAll, beforeEach, describe, it } from "@vitest/runner";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const makeExpect = (value: unknown, message?: string) => chai.expect(value, message);
const matchers = (globalThis as { [ASYMMETRIC_MATCHERS_OBJECT]?: object })[ASYMMETRIC_MATCHERS_OBJECT];
export const expect = Object.assign(
  makeExpect,
  chai.expect,
  matchers,
) as unknown as typeof import("vitest").expect;
setState({ assertionCalls: 0 }, expect as never);
expect.extend = (extra) =>
  (chai.expect as unknown as { extend(to: unknown, extra: unknown): void }).extend(expect, extra);
expect.extend(customMatchers as never);

const replaced = new Map<PropertyKey, PropertyDescriptor | undefined>();

/** The little of `vi` that the suite uses. */
export const vi = {
  stubGlobal(name: string, value: unknown): void {
    if (!replaced.has(name)) replaced.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: true });
  },
  unstubAllGlobals(): void {
    for (const [name, before] of replaced) {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    }
    replaced.clear();
  },
};
