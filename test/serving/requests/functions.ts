/** Python functions: what they are given, give back and raise. */

import {
  ask,
  bytes,
  bytesVal,
  dtype,
  field,
  joined,
  MS_BYTES,
  quoted,
  type RawRequest,
  shape,
  tensor,
  text,
} from "./raw.ts";
import { array, codeOf, DTYPE_NAMES, float32Bits, matrix, ones, scalar, zeros } from "./values.ts";

const echo = (what: string, a: Uint8Array) => ask(`echo of ${what}`, ["echo", "echo"], { a });

const TEXTS = [
  "",
  "abc",
  "héllo",
  "世界",
  "😀",
  "a\u0000b",
  " \t\r\n",
  "\ufeffwith a mark",
  "e\u0301",
  "\u200b",
  "x".repeat(1000),
];

const echoes = [
  ...DTYPE_NAMES.flatMap((name) => [
    echo(`a ${name} scalar`, scalar(name, 1)),
    echo(`${name} (3,)`, array(name, [0, 1, 100])),
    echo(`${name} (2, 1, 2)`, array(name, [0, 1, 2, 3], [2, 1, 2])),
    echo(`${name} (0,)`, zeros(name, [0])),
    echo(`${name} (2, 0)`, zeros(name, [2, 0])),
  ]),
  ...TEXTS.map((value) => echo(`the text ${quoted(value)}`, text(value))),
  echo("bytes", bytes(Uint8Array.of(0, 1, 127, 128, 255))),
  echo("no bytes", bytes(new Uint8Array())),
  echo("bytes of shape ()", joined(shape(), dtype(MS_BYTES), bytesVal("ab"))),
  echo("bools of other bytes", tensor([3], codeOf("bool"), Uint8Array.of(0, 2, 255))),
  echo(
    "NaNs of many kinds",
    tensor([4], codeOf("float32"), float32Bits(0x7fc00001, 0x7f800001, 0xffc00005, 0xff800001)),
  ),
  echo("subnormal numbers", tensor([2], codeOf("float32"), float32Bits(1, 0x80000001))),
  echo("32 dimensions", array("int8", [7], Array(32).fill(1))),
  echo("a tensor without a shape", joined(dtype(codeOf("int8")), field(3, [5]))),
  ask("echo_swapped", ["echo", "echo_swapped"], { a: text("x"), b: ones }),
  ask("echo_swapped of one kind", ["echo", "echo_swapped"], { a: ones, b: matrix(5, 6, 7, 8) }),
  ask("types", ["echo", "types"], { a: text("x") }, { a: ones }),
];

/** What Python's `int()` says of texts. */
const NUMBER_TEXTS = [
  "7",
  " 13 ",
  "-5",
  "+5",
  "1_0",
  "1__0",
  "_1",
  "13_",
  "1.5",
  "0x10",
  "",
  " ",
  "abc",
  "it's",
  '"it\'s"',
  "a\\b\n\t\u0000é😀\u200b\u00a0",
  "９",
  "13\n",
];

const numbers = [
  ...DTYPE_NAMES.flatMap((name) => [
    ask(`fail_one of ${name}`, ["faulty", "fail_one"], { x: array(name, [100]) }),
    ask(`fail_one of a ${name} scalar`, ["faulty", "fail_one"], { x: scalar(name, 100) }),
    ask(`fail_one of ${name} 13`, ["faulty", "fail_one"], { x: array(name, [13], [1, 1]) }),
  ]),
  ...NUMBER_TEXTS.map((value) =>
    ask(`fail_one of the text ${quoted(value)}`, ["faulty", "fail_one"], { x: text(value) }),
  ),
  ask("fail_one of two numbers", ["faulty", "fail_one"], { x: array("int8", [1, 2]) }),
  ask("fail_one of no number", ["faulty", "fail_one"], { x: zeros("int8", [0]) }),
  ask("fail_one of a byte", ["faulty", "fail_one"], { x: bytes(Uint8Array.of(13)) }),
  ask("fail_one of NaN", ["faulty", "fail_one"], { x: scalar("float32", Number.NaN) }),
  ask("fail_one of infinity", ["faulty", "fail_one"], { x: array("float64", [Number.NEGATIVE_INFINITY]) }),
  ask("fail_one of 13.9", ["faulty", "fail_one"], { x: scalar("float64", 13.9) }),
  ask("fail_one of -13.9", ["faulty", "fail_one"], { x: scalar("float64", -13.9) }),
  ask("fail_one of a large float16", ["faulty", "fail_one"], { x: array("float16", [40000]) }),
  ask("fail_one of a subnormal float16", ["faulty", "fail_one"], { x: array("float16", [2 ** -24]) }),
  ask("fail_one of a large int16", ["faulty", "fail_one"], { x: array("int16", [-20000]) }),
  ask("fail_one of a large int64", ["faulty", "fail_one"], { x: array("int64", [2 ** 62]) }),
  ask("fail_one of a large int64 scalar", ["faulty", "fail_one"], { x: scalar("int64", 2 ** 62) }),
  ask("fail_one of a large uint64 scalar", ["faulty", "fail_one"], { x: scalar("uint64", 2 ** 63) }),
  ask("fail_one of True", ["faulty", "fail_one"], { x: array("bool", [1]) }),
];

/** Texts that a function raises. The whole text is cut in the middle from 385 bytes on. */
const RAISED = [
  "",
  "no",
  "héllo 世界 😀",
  "two\nlines",
  "a\u0000b",
  "'quoted'",
  "x".repeat(284),
  "x".repeat(285),
  "é".repeat(200),
  "世".repeat(500),
  "😀".repeat(300),
  "x".repeat(5000),
];

const raised = [
  ...RAISED.map((value) =>
    ask(`fail_text of ${quoted(value)}`, ["faulty", "fail_text"], { text: text(value) }),
  ),
  ask("fail_text of numbers", ["faulty", "fail_text"], { text: array("float32", [1, 2.5]) }),
  ask("fail_text of a scalar", ["faulty", "fail_text"], { text: scalar("float32", 2.5) }),
  ask("fail_text of a bool", ["faulty", "fail_text"], { text: array("bool", [1]) }),
  ask("fail_text of a matrix", ["faulty", "fail_text"], { text: matrix(1, 2, 3, 4.5) }),
  ask("fail_text of three dimensions", ["faulty", "fail_text"], {
    text: array("int16", [1, 2, 3, 4, 5, 60, 7, 8], [2, 2, 2]),
  }),
  ask("fail_text of bytes", ["faulty", "fail_text"], { text: bytes(Uint8Array.of(1, 200)) }),
  ask("fail_text of an empty tensor", ["faulty", "fail_text"], { text: zeros("float32", [0]) }),
];

const SECONDS: readonly [string, Uint8Array][] = [
  ["0", scalar("float64", 0)],
  ["a hundredth", scalar("float32", 0.01)],
  ["False", array("bool", [0])],
  ["the text 0.01", text(" 1e-2 ")],
  ["the text 0", text("0")],
  ["the text -0.0", text("-0.0")],
  ["the text .0", text(".0")],
  ["the text 0.", text("0.")],
  ["the text 0_0.0", text("0_0.0")],
  ["a bad text", text("soon")],
  ["an empty text", text("")],
  ["the text 1e", text("1e")],
  ["the text nan", text("nan")],
  ["the text -inf", text("-inf")],
  ["a negative", array("float32", [-1.5])],
  ["a negative integer", array("int64", [-1])],
  ["NaN", scalar("float64", Number.NaN)],
  ["infinity", scalar("float32", Number.POSITIVE_INFINITY)],
  ["two", array("float32", [0, 0])],
  ["none", zeros("float32", [0])],
  ["a byte", bytes(Uint8Array.of(0))],
];

const waits = SECONDS.map(([what, seconds]) => ask(`wait for ${what}`, ["slow", "wait"], { seconds }));

const COUNTED: readonly [string, Uint8Array][] = [
  ["a matrix", ones],
  ["a scalar", scalar("int8", 5)],
  ["bytes", bytes(new Uint8Array(300))],
  ["nothing", zeros("float64", [2, 0])],
  ["a text", text("abc")],
];
const COUNTS: readonly [string, Uint8Array][] = [
  ["3", scalar("int32", 3)],
  ["0", scalar("int64", 0)],
  ["2.9", array("float32", [2.9])],
  ["-1", scalar("int8", -1)],
  ["the text 4", text("4")],
  ["the text four", text("four")],
  ["NaN", scalar("float64", Number.NaN)],
];

const bulk = [
  ...COUNTED.map(([what, a]) => ask(`count of ${what}`, ["bulk", "count"], { a })),
  ...COUNTS.map(([what, n]) => ask(`zeros of ${what}`, ["bulk", "zeros"], { n })),
];

export const functions: readonly RawRequest[] = [...bulk, ...echoes, ...numbers, ...raised, ...waits];
