/** Several instances, of which some fail: how many entries a reply has, and whose. */

import { ask, type RawRequest, tensor, text } from "./raw.ts";
import { array, counting, matrix, ones, scalar } from "./values.ts";

const good = { x1: ones, x2: counting };
const wrongDtype = { x1: ones, x2: array("int32", [1, 2, 3, 4], [2, 2]) };
const wrongSize = { x1: array("float32", [1]), x2: ones };
const wrongText = { x1: text("abc"), x2: ones };
const refused = { x1: ones, x2: tensor([2, 2], 0) };

const MIXES: readonly [string, readonly Record<string, Uint8Array>[]][] = [
  ["one good", [good]],
  ["three good", [good, { x1: counting, x2: counting }, { x1: matrix(-1, -2, -3, -4), x2: counting }]],
  ["the second of three of a wrong dtype", [good, wrongDtype, good]],
  ["the first of two of a wrong size", [wrongSize, good]],
  ["one of a wrong dtype alone", [wrongDtype]],
  ["three of a wrong dtype", [wrongDtype, wrongDtype, wrongDtype]],
  ["two failed otherwise", [wrongDtype, wrongSize]],
  ["two failed alike behind a good one", [good, wrongSize, wrongSize]],
  ["one refused among good ones", [good, refused, good]],
  ["one refused behind a wrong one", [wrongDtype, refused]],
  ["a text", [good, wrongText]],
  ["two texts", [wrongText, wrongText]],
  ["a text and a wrong size", [wrongText, wrongSize, good]],
];

const numbers = (...values: number[]) => values.map((value) => ({ x: scalar("int64", value) }));
const named = (...values: number[]) => values.map((value) => ({ a: scalar("int64", value) }));
const count = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

export const batches: readonly RawRequest[] = [
  ...["add_common", "add_cast"].flatMap((method) =>
    MIXES.map(([what, instances]) => ask(`${method}, ${what}`, ["add", method], ...instances)),
  ),
  ...["fail_pre", "fail_post"].flatMap((method) => [
    ask(`${method} of a good one`, ["echo", method], ...named(1)),
    ask(`${method} of a bad one`, ["echo", method], ...named(13)),
    ask(`${method} of two bad ones`, ["echo", method], ...named(13, 13)),
    ask(`${method} of good and bad`, ["echo", method], ...named(1, 13, 2)),
    ask(`${method} of a text`, ["echo", method], { a: text("x") }, { a: text("5") }),
  ]),
  ...["fail_one", "fail_yield"].flatMap((method) => [
    ask(`${method}, the third of four`, ["faulty", method], ...numbers(1, 2, 13, 4)),
    ask(
      `${method}, the first and the last of twenty`,
      ["faulty", method],
      ...numbers(13, ...count(20, 18), 13),
    ),
    ask(`${method}, all of three`, ["faulty", method], ...numbers(13, 13, 13)),
    ask(`${method}, one alone`, ["faulty", method], ...numbers(13)),
    ask(`${method}, none of forty`, ["faulty", method], ...numbers(...count(20, 40))),
    ask(`${method}, otherwise each`, ["faulty", method], { x: text("a") }, ...numbers(13, 1), {
      x: text("b"),
    }),
  ]),
  ask("fail_list, none of forty", ["faulty", "fail_list"], ...numbers(...count(20, 40))),
  ask("fail_list, one alone", ["faulty", "fail_list"], ...numbers(13)),
  ask("fail_list, all of three", ["faulty", "fail_list"], ...numbers(13, 13, 13)),
  ask("fail_list, all of twenty", ["faulty", "fail_list"], ...numbers(...Array(20).fill(13))),
  ask("fail_list, the third of four", ["faulty", "fail_list"], ...numbers(1, 2, 13, 4)),
  ask(
    "fail_list, the tenth of eighteen",
    ["faulty", "fail_list"],
    ...numbers(...count(20, 9), 13, ...count(40, 8)),
  ),
  ask("fail_text of two texts", ["faulty", "fail_text"], { text: text("no") }, { text: text("never") }),
  ask("fail_text of the same twice", ["faulty", "fail_text"], { text: text("no") }, { text: text("no") }),
];
