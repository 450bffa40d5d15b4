/** What is checked of a tensor before a model gets it, and what the model's own check says. */

import { DTYPES } from "../../../src/tensor/dtype.ts";
import {
  ask,
  bytes,
  bytesVal,
  data,
  dtype,
  joined,
  MS_BYTES,
  MS_STRING,
  type RawRequest,
  shape,
  tensor,
  text,
} from "./raw.ts";
import { array, codeOf, counting, DTYPE_NAMES, ones, scalar } from "./values.ts";

const FLOAT32 = codeOf("float32");
const INT8 = codeOf("int8");

const as = (name: "x1" | "x2", what: string, content: Uint8Array) =>
  ask(`add_common, ${name} ${what}`, ["add", "add_common"], { x1: ones, x2: counting, [name]: content });
const x1 = (what: string, content: Uint8Array) => as("x1", what, content);
const x2 = (what: string, content: Uint8Array) => as("x2", what, content);

/** Each dtype in 2×2: as many bytes as it needs, too few, too many, none. */
const lengths = DTYPE_NAMES.flatMap((name) => {
  const size = 4 * DTYPES[name].itemSize;
  return [size, size - 1, size + 1, 0].map((length) =>
    x2(`${name} (2, 2) of ${length} bytes`, tensor([2, 2], codeOf(name), new Uint8Array(length))),
  );
});

const DTYPES_OF_NO_NUMBERS = [0, 15, 16, 99, 127, 2n ** 31n - 1n, -1, -(2n ** 31n), 2n ** 32n + 11n];

const dtypes = DTYPES_OF_NO_NUMBERS.map((code) =>
  x1(`dtype ${code}`, tensor([2, 2], code, new Uint8Array(16))),
);

/** Without data, so that only shapes without elements agree with it. */
const SHAPES: readonly (readonly (number | bigint)[])[] = [
  [],
  [0],
  [0, 0],
  [0, 1],
  [0, 3],
  [2, 0],
  [2, 0, 1],
  [1, 2, 3, 0],
  [-1],
  [-1, 2],
  [2, -2],
  [-2, -2],
  [-1, 0],
  [0, -1],
  [-(2n ** 63n)],
  [3, 0, -5],
  [2 ** 31],
  [2 ** 32 - 1],
  [2 ** 32],
  [65536, 65535],
  [65536, 65536],
  [2 ** 32, 0],
  [2 ** 32, 0, 1],
  [2n ** 62n, 4],
  [2n ** 63n - 1n],
  [2n ** 63n - 1n, 2n ** 63n - 1n],
  [2n ** 62n, -4],
];

const shapes = SHAPES.map((dims) => x1(`int8 [${dims}] without data`, tensor(dims, INT8)));

/** Sixteen bytes that fit the model, in shapes that Serving does not compare with the model's. */
const FITTING: readonly (readonly number[])[] = [
  [4],
  [4, 1],
  [1, 2, 2],
  [2, 2, 1],
  [1, 1, 1, 1, 4],
  [4, 1, 1, 1],
];

const fitting = FITTING.map((dims) => x1(`float32 [${dims}]`, array("float32", [1, 2, 3, 4], dims)));

const texts = [MS_STRING, MS_BYTES].flatMap((code) => {
  const kind = code === MS_STRING ? "a text" : "bytes";
  const content = (...parts: readonly Uint8Array[]) => joined(dtype(code), ...parts);
  return [
    x1(kind, content(shape(1), bytesVal("abc"))),
    x1(`${kind} of shape ()`, content(shape(), bytesVal("abc"))),
    x1(`${kind} without a shape`, content(bytesVal("abc"))),
    x1(`${kind} of no characters`, content(shape(1), bytesVal(""))),
    x1(`${kind} of shape (2,)`, content(shape(2), bytesVal("abc"))),
    x1(`${kind} of shape (0,)`, content(shape(0), bytesVal("abc"))),
    x1(`${kind} of shape (1, 1)`, content(shape(1, 1), bytesVal("abc"))),
    x1(`${kind} of shape (-1,)`, content(shape(-1), bytesVal("abc"))),
    x1(`${kind} without a value`, content(shape(1))),
    x1(`${kind} of two values`, content(shape(1), bytesVal("abc"), bytesVal("de"))),
    x1(`${kind} of two values in shape (2,)`, content(shape(2), bytesVal("abc"), bytesVal("de"))),
    x1(`${kind} with its value in data`, content(shape(1), data([97]))),
    x1(`${kind} with another value in data`, content(shape(1), data([97]), bytesVal("abc"))),
    x1(`${kind} with data of 16 bytes`, content(shape(1), data(new Uint8Array(16)), bytesVal("abc"))),
  ];
});

export const tensors: readonly RawRequest[] = [
  ...lengths,
  ...dtypes,
  ...shapes,
  ...fitting,
  ...texts,
  x1("without a shape or a dtype", joined()),
  x1("without a shape", joined(dtype(FLOAT32), data(new Uint8Array(4)))),
  x1("without a shape, with data of 16 bytes", joined(dtype(FLOAT32), data(new Uint8Array(16)))),
  x1("without a dtype", joined(shape(2, 2), data(new Uint8Array(16)))),
  x1("a scalar", scalar("float32", 1)),
  x1("float32 (0,)", tensor([0], FLOAT32)),
  x1("float32 (0,) with empty data", tensor([0], FLOAT32, new Uint8Array())),
  x1("float32 (2, 2) with a bytes_val beside its data", joined(counting, bytesVal("abc"))),
  x1("int8 (16,), of the model's size", tensor([16], INT8, new Uint8Array(16))),
  x1("float64 (2,), of the model's size", array("float64", [1, 2])),
  x2("wrong, and x1 right", array("float32", [1, 2, 3])),
  ask("add_common, both inputs wrong", ["add", "add_common"], {
    x1: array("int32", [1, 2, 3, 4]),
    x2: array("float32", [1]),
  }),
  ask("add_common, a bad tensor before a missing one", ["add", "add_common"], { x1: tensor([2, 2], 0) }),
  ask("add_cast, x1 a text", ["add", "add_cast"], { x1: text("abc"), x2: ones }),
  ask("add_cast, x2 a text", ["add", "add_cast"], { x1: ones, x2: text("abc") }),
  ask("add_cast, bytes", ["add", "add_cast"], { x1: bytes(Uint8Array.of(1, 2, 3, 255)), x2: ones }),
];
