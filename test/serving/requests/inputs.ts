/** Inputs that are missing, too many, twice there, or of other names. */

import { ask, field, instance, item, joined, type RawRequest, request, spec, tensor, text } from "./raw.ts";
import { codeOf, counting, ones } from "./values.ts";

const COMMON = ["add", "add_common"] as const;
const good = { x1: ones, x2: counting };
const items = (...entries: readonly Uint8Array[]) => field(2, ...entries);

export const inputs: readonly RawRequest[] = [
  ask("no inputs", COMMON, {}),
  ask("x1 missing", COMMON, { x2: ones }),
  ask("x2 missing", COMMON, { x1: ones }),
  ask("x2 missing in the second of three", COMMON, good, { x1: ones }, good),
  ask("x1 missing in the third, x2 in the second", COMMON, good, { x1: ones }, { x2: ones }),
  ask("other case", COMMON, { X1: ones, X2: ones }),
  ask("a blank behind a name", COMMON, { "x1 ": ones, x2: ones }),
  ask("an input without a name", COMMON, { "": ones, x2: ones }),
  ask("an input more", COMMON, { ...good, x3: ones }),
  ask("an input more, which is broken", COMMON, { ...good, x3: tensor([-1], 99) }),
  ask("an input more, which is a text", COMMON, { ...good, note: text("hello") }),
  ask("an output's name as an input", COMMON, { ...good, y: ones }),
  ask("inputs in another order", COMMON, { x2: counting, x1: ones }),
  ask("twenty inputs more", COMMON, {
    ...good,
    ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`extra${i}`, ones])),
  }),
  request("x1 twice", spec(...COMMON), items(item("x1", counting), item("x1", ones), item("x2", ones))),
  request(
    "x1 twice, the second broken",
    spec(...COMMON),
    items(item("x1", ones), item("x1", tensor([2, 2], codeOf("float32"))), item("x2", ones)),
  ),
  request(
    "x1 twice, the first broken",
    spec(...COMMON),
    items(item("x1", tensor([2, 2], 0)), item("x1", ones), item("x2", ones)),
  ),
  request("an entry without a tensor", spec(...COMMON), items(field(1, field(1, "x1")), item("x2", ones))),
  request("an entry without a name", spec(...COMMON), items(field(1, field(2, ones)), item("x2", ones))),
  request("an empty entry", spec(...COMMON), items(field(1), item("x1", ones), item("x2", ones))),
  request(
    "an entry with the tensor first",
    spec(...COMMON),
    items(field(1, field(2, ones), field(1, "x1")), item("x2", ones)),
  ),
  request(
    "an entry with two names",
    spec(...COMMON),
    items(field(1, field(1, "zz"), field(1, "x1"), field(2, ones)), item("x2", ones)),
  ),
  request(
    "an entry with its tensor in two parts",
    spec(...COMMON),
    items(
      field(
        1,
        field(1, "x1"),
        field(2, field(1, field(1, [2]))),
        field(2, field(1, field(1, [2])), ones.subarray(6)),
      ),
      item("x2", ones),
    ),
  ),
  request("a hundred instances", spec(...COMMON), ...Array.from({ length: 100 }, () => instance(good))),
  ask("missing input of add_cast", ["add", "add_cast"], { x1: ones }),
  ask("missing input of add_sub", ["add_sub", "add_sub_only_model"], good),
  ask("missing input of add_sub_complex", ["add_sub", "add_sub_complex"], { ...good, X3: ones }),
  ask("missing input of echo", ["echo", "echo"], good),
  ask("missing input of echo_swapped", ["echo", "echo_swapped"], { b: ones }),
  ask("missing input of types", ["echo", "types"], {}),
  ask("missing input of faulty", ["faulty", "fail_yield"], {}),
  ask("missing input of slow", ["slow", "wait"], { second: ones }),
  ask("missing input of digits", ["digits", "classify_pixels"], { image: ones }),
  ask("missing input of subgraphs", ["subgraphs", "predict"], { x: ones }),
  ask("missing input of resnet50", ["resnet50", "classify_top5"], { img: text("x") }),
  ask("missing input of classify_pixels_top5", ["resnet50", "classify_pixels_top5"], { image: ones }),
  request("an instance that is empty, behind a good one", spec(...COMMON), instance(good), joined(field(2))),
];
