/** What `add` and `add_sub` compute, of every dtype and of unusual numbers. */

import { ask, type RawRequest, tensor, text } from "./raw.ts";
import { array, codeOf, counting, DTYPE_NAMES, float32Bits, matrix, ones } from "./values.ts";

const CAST = ["add", "add_cast"] as const;
const COMMON = ["add", "add_common"] as const;
const zero = matrix(0, 0, 0, 0);
const bits = (...values: [number, number, number, number]) =>
  tensor([2, 2], codeOf("float32"), float32Bits(...values));
const wide = (...values: [bigint, bigint, bigint, bigint]) =>
  tensor([4], codeOf("float64"), new Uint8Array(new BigUint64Array(values).buffer));
const half = (...values: [number, number, number, number]) =>
  tensor([4], codeOf("float16"), new Uint8Array(new Uint16Array(values).buffer));
const long = (...values: [bigint, bigint, bigint, bigint]) =>
  tensor([2, 2], codeOf("int64"), new Uint8Array(new BigInt64Array(values).buffer));
const unsigned = (...values: [bigint, bigint, bigint, bigint]) =>
  tensor([2, 2], codeOf("uint64"), new Uint8Array(new BigUint64Array(values).buffer));
/** In pairs: sums of them say how zeros, subnormals, infinities and NaNs are added. */
const PAIRS: readonly [string, [number, number, number, number], [number, number, number, number]][] = [
  ["subnormals and zeros", [1, 0x80000001, 0x007fffff, 0x807fffff], [0, 0, 0, 0x80000000]],
  [
    "sums that are subnormal",
    [0x00800001, 0x80800001, 0x00800000, 0x80ffffff],
    [0x80800000, 0x00800000, 0x80800000, 0x00800000],
  ],
  [
    "infinities",
    [0x7f800000, 0x7f800000, 0xff800000, 0x7f7fffff],
    [0x7f800000, 0xff800000, 0xff800000, 0x7f7fffff],
  ],
  ["a NaN as x1", [0x7fc00001, 0x7f800001, 0xffc00005, 0xff812345], [0x3f800000, 0, 0x7f800000, 1]],
  ["a NaN as x2", [0x3f800000, 0, 0x7f800000, 1], [0x7fc00001, 0x7f800001, 0xffc00005, 0xff812345]],
  [
    "two NaNs",
    [0x7fc00001, 0x7f800002, 0xffc00003, 0x7f800004],
    [0x7fc00009, 0x7f800008, 0xff800007, 0xffc00006],
  ],
  ["zeros of both signs", [0, 0x80000000, 0, 0x80000000], [0, 0x80000000, 0x80000000, 0]],
  [
    "ties",
    [0x4b800000, 0x4b800001, 0xcb800000, 0x3f800001],
    [0x3f800000, 0x3f800000, 0xbf800000, 0x33800000],
  ],
];

const pairs = PAIRS.flatMap(([what, x1, x2]) => [
  ask(`add_common, ${what}`, COMMON, { x1: bits(...x1), x2: bits(...x2) }),
  ask(`add_sub_only_model, ${what}`, ["add_sub", "add_sub_only_model"], {
    x1: zero,
    x2: bits(...x1),
    x3: bits(...x2),
  }),
  ask(`add_sub_complex, ${what}`, ["add_sub", "add_sub_complex"], {
    x1: bits(...x1),
    x2: bits(...x2),
    x3: bits(...x2),
  }),
]);

const casts = DTYPE_NAMES.flatMap((name) => [
  ask(`add_cast of ${name}`, CAST, { x1: array(name, [0, 1, 2, 100]), x2: ones }),
  ask(`add_cast of ${name}, three elements`, CAST, { x1: ones, x2: array(name, [1, 2, 3]) }),
]);

export const sums: readonly RawRequest[] = [
  ...pairs,
  ...casts,
  ask("add_cast of float64 NaNs", CAST, {
    x1: wide(0x7ff8000000000001n, 0xfff8000000000001n, 0x7ff0000000000001n, 0x7ff8123456789abcn),
    x2: ones,
  }),
  ask("add_cast of float64 at float32's ends", CAST, {
    x1: wide(1n, 0x36a0000000000000n, 0x380fffffffffffffn, 0x47efffffefffffffn),
    x2: zero,
  }),
  ask("add_cast of float64 too large", CAST, {
    x1: wide(0x47effffff0000000n, 0xc7effffff0000000n, 0x7fefffffffffffffn, 0xfff0000000000000n),
    x2: zero,
  }),
  ask("add_cast of float16 NaNs", CAST, { x1: half(0x7e00, 0xfe00, 0x7c01, 0x7e55), x2: ones }),
  ask("add_cast of float16 at its ends", CAST, { x1: half(0x0001, 0x8001, 0x03ff, 0x7bff), x2: zero }),
  ask("add_cast of float16 infinities", CAST, { x1: half(0x7c00, 0xfc00, 0x8000, 0x0400), x2: zero }),
  ask("add_cast of int64 at its ends", CAST, {
    x1: long(-(2n ** 63n), 2n ** 63n - 1n, -1n, 2n ** 53n + 1n),
    x2: zero,
  }),
  ask("add_cast of int64 between two float32", CAST, {
    x1: long(
      2n ** 62n + 2n ** 38n + 1n,
      2n ** 62n + 2n ** 38n,
      -(2n ** 62n) - 2n ** 38n - 1n,
      2n ** 62n + 3n * 2n ** 38n - 1n,
    ),
    x2: zero,
  }),
  ask("add_cast of uint64 at its ends", CAST, {
    x1: unsigned(0n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n),
    x2: zero,
  }),
  ask("add_cast of int32 that float32 rounds", CAST, {
    x1: array("int32", [-(2 ** 31), 16777217, 16777219, 2 ** 31 - 1]),
    x2: zero,
  }),
  ask("add_cast of bytes that are no bools", CAST, {
    x1: tensor([4], codeOf("bool"), Uint8Array.of(0, 1, 2, 255)),
    x2: zero,
  }),
  ask("add_cast of two dtypes", CAST, {
    x1: array("int8", [1, 2, 3, -4]),
    x2: array("float64", [0.1, 0.2, 0.3, 0.4]),
  }),
  ask("add_cast of a scalar", CAST, { x1: array("int8", [5], []), x2: ones }),
  ask("add_sub_only_model", ["add_sub", "add_sub_only_model"], {
    x1: counting,
    x2: ones,
    x3: matrix(0.5, 0.25, 0.1, -1),
  }),
  ask("add_sub_complex", ["add_sub", "add_sub_complex"], {
    x1: counting,
    x2: ones,
    x3: matrix(0.5, 0.25, 0.1, -1),
  }),
  ...["add_sub_only_model", "add_sub_complex"].flatMap((method) => [
    ask(`${method}, x1 of three`, ["add_sub", method], {
      x1: array("float32", [1, 2, 3]),
      x2: ones,
      x3: ones,
    }),
    ask(`${method}, x2 a text`, ["add_sub", method], { x1: ones, x2: text("a"), x3: ones }),
    ask(`${method}, x3 of int32`, ["add_sub", method], {
      x1: ones,
      x2: ones,
      x3: array("int32", [1, 2, 3, 4]),
    }),
    ask(`${method}, x3 of five`, ["add_sub", method], {
      x1: ones,
      x2: ones,
      x3: array("float32", [1, 2, 3, 4, 5]),
    }),
    ask(
      `${method}, each stage fails one`,
      ["add_sub", method],
      { x1: ones, x2: ones, x3: ones },
      { x1: ones, x2: array("float32", [1]), x3: ones },
      { x1: ones, x2: ones, x3: array("float64", [1, 2]) },
      { x1: ones, x2: ones, x3: array("float32", [1]) },
    ),
  ]),
];
