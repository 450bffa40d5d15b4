/** Requests drawn by lot, the same ones in every run: what nobody thought of. */

import { ask, bytes, type RawRequest, tensor, text } from "./raw.ts";
import { array, counting, matrix, ones, scalar, zeros } from "./values.ts";

const COUNT = 80;

/** Methods whose replies do not depend on time, and their inputs. */
const METHODS: readonly [servable: string, method: string, ...inputs: string[]][] = [
  ["add", "add_common", "x1", "x2"],
  ["add", "add_cast", "x1", "x2"],
  ["add_sub", "add_sub_only_model", "x1", "x2", "x3"],
  ["add_sub", "add_sub_complex", "x1", "x2", "x3"],
  ["echo", "echo", "a"],
  ["echo", "echo_swapped", "a", "b"],
  ["echo", "fail_pre", "a"],
  ["echo", "fail_post", "a"],
  ["faulty", "fail_one", "x"],
  ["faulty", "fail_yield", "x"],
];

/** The first are right nearly everywhere. */
const VALUES = [
  ones,
  counting,
  matrix(0.1, -0.2, 1e30, -1e-30),
  array("float32", [4, 3, 2, 1]),
  array("int16", [1, -2, 3, -4], [2, 2]),
  array("float64", [0.1, 1e300, -0, 5], [4, 1]),
  array("uint64", [1, 2, 3, 2 ** 60]),
  scalar("int64", 13),
  scalar("float32", 2.5),
  array("int8", [13]),
  array("bool", [1, 0, 1, 1]),
  text("13"),
  text("héllo"),
  bytes(Uint8Array.of(1, 2, 3, 4)),
  zeros("float32", [0]),
  tensor([2, 2], 0),
];
const RIGHT = 4;

/** One call in so many leaves an input out, or is of another version. */
const RARELY = 12;

export const mixed: readonly RawRequest[] = drawn();

function drawn(): RawRequest[] {
  let state = 20;
  // Park and Miller's generator.
  const draw = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  return Array.from({ length: COUNT }, (_, i) => {
    const [servable, method, ...inputs] = METHODS[draw(METHODS.length)]!;
    const instances = Array.from({ length: 1 + draw(5) }, () => {
      const given = inputs.filter(() => draw(RARELY) > 0);
      return Object.fromEntries(given.map((name) => [name, VALUES[draw(draw(2) ? RIGHT : VALUES.length)]!]));
    });
    return ask(`drawn ${i + 1}: ${method} of ${instances.length}`, [servable, method], ...instances);
  });
}
