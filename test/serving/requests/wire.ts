/** What protobuf makes of unusual bytes: fields twice, unknown, of other types, cut off. */

import {
  data,
  dtype,
  field,
  instance,
  item,
  joined,
  numberField,
  type RawRequest,
  request,
  shape,
  spec,
  varint,
} from "./raw.ts";
import { counting, ones } from "./values.ts";

const common = spec("add", "add_common");
const good = instance({ x1: ones, x2: counting });
const NUMBERS = new Uint8Array(new Float32Array([1, 2, 3, 4]).buffer);

/** A request with this x1. */
const x1 = (what: string, ...content: readonly (Uint8Array | number[])[]) =>
  request(`a tensor with ${what}`, common, field(2, item("x1", joined(...content)), item("x2", ones)));

const whole = joined(common, good);
const fixed64 = (number: number) => joined(varint((number << 3) | 1), [1, 0, 0, 0, 0, 0, 0, 0]);
const fixed32 = (number: number) => joined(varint((number << 3) | 5), [1, 0, 0, 0]);
const group = (number: number, ...content: readonly Uint8Array[]) =>
  joined(varint((number << 3) | 3), ...content, varint((number << 3) | 4));

const servableSpecs = [
  request("a spec in two parts", field(1, field(1, "add")), field(1, field(2, "add_common")), good),
  request("a spec behind the instances", good, common),
  request(
    "a spec twice",
    spec("nope", "m", 7),
    field(1, field(1, "add"), field(2, "add_common"), numberField(3, 0)),
    good,
  ),
  request("a spec twice, the version once", spec("nope", "m", 7), common, good),
  request("a name twice", field(1, field(1, "nope"), field(1, "add"), field(2, "add_common")), good),
  request(
    "a spec with unknown fields",
    field(1, field(1, "add"), field(9, "hi"), field(2, "add_common"), numberField(15, 3)),
    good,
  ),
  request(
    "a spec with an unknown group",
    field(1, field(1, "add"), field(2, "add_common"), group(6, numberField(1, 5))),
    good,
  ),
  request(
    "two specs with unknown fields",
    field(1, field(1, "add"), field(9, "a")),
    field(1, field(2, "add_common"), field(9, "b")),
    good,
  ),
  request(
    "an unknown servable whose spec has an unknown field",
    field(1, field(1, "nope"), fixed32(12)),
    good,
  ),
  request(
    "a version of another wire type",
    field(1, field(1, "add"), field(2, "add_common"), fixed64(3)),
    good,
  ),
  request("a name of another wire type", field(1, numberField(1, 5), field(2, "add_common")), good),
  request(
    "a version in more bytes than it needs",
    field(1, field(1, "add"), field(2, "add_common"), [0x18, 0x81, 0x80, 0x00]),
    good,
  ),
  request(
    "a version of ten bytes",
    field(1, field(1, "add"), field(2, "add_common"), numberField(3, -1)),
    good,
  ),
  request(
    "a version of eleven bytes",
    field(1, field(1, "add"), field(2, "add_common"), [0x18, ...Array(10).fill(0xff), 1]),
    good,
  ),
  request("an empty spec", field(1), good),
];

const tensors = [
  x1("its shape in two parts", field(1, field(1, [2])), field(1, field(1, [2])), dtype(11), data(NUMBERS)),
  x1("dims that are not packed", field(1, numberField(1, 2), numberField(1, 2)), dtype(11), data(NUMBERS)),
  x1("dims of both kinds", field(1, numberField(1, 2), field(1, [2])), dtype(11), data(NUMBERS)),
  x1("dims of another wire type", field(1, fixed64(1), field(1, [4])), dtype(11), data(NUMBERS)),
  x1("an unknown field in its shape", field(1, field(1, [2, 2]), field(2, "x")), dtype(11), data(NUMBERS)),
  x1("its dtype twice", shape(2, 2), dtype(6), dtype(11), data(NUMBERS)),
  x1("its dtype first", dtype(11), data(NUMBERS), shape(2, 2)),
  x1("a dtype of another wire type", shape(2, 2), field(2, [11]), data(NUMBERS)),
  x1("a dtype of another wire type behind the right one", shape(2, 2), dtype(11), fixed32(2), data(NUMBERS)),
  x1("its data twice", shape(2, 2), dtype(11), data([1, 2, 3]), data(NUMBERS)),
  x1("data of another wire type", shape(2, 2), dtype(11), numberField(3, 7), data(NUMBERS)),
  x1(
    "unknown fields",
    shape(2, 2),
    dtype(11),
    field(6, "x"),
    data(NUMBERS),
    numberField(2 ** 20, 1),
    fixed64(7),
  ),
  x1("a group", shape(2, 2), dtype(11), group(9, field(1, "x")), data(NUMBERS)),
];

const messages = [
  request(
    "unknown fields in the request",
    common,
    field(15, "x"),
    good,
    numberField(16, 1),
    fixed32(17),
    fixed64(18),
  ),
  request("a group in the request", group(5, numberField(1, 1), group(6)), common, good),
  request("instances under number 3 besides", common, good, field(3, item("x1", ones))),
  request("a number where instances are", common, numberField(2, 5), good),
  request(
    "unknown fields in an instance",
    common,
    field(2, item("x1", ones), field(7, "x"), item("x2", counting), numberField(8, 1)),
  ),
  request(
    "unknown fields in an entry",
    common,
    field(2, field(1, field(1, "x1"), field(2, ones), field(3, "q"), numberField(4, 1)), item("x2", ones)),
  ),
  request(
    "an entry of another wire type",
    common,
    field(2, numberField(1, 1), item("x1", ones), item("x2", ones)),
  ),
  request(
    "a length in more bytes than it needs",
    common,
    joined([0x12, 0x80 | (good.length - 2), 0x00], good.subarray(2)),
  ),
];

const ends = [
  ...[1, 2, 10, 30, 50, 100].map((bytes) =>
    request(`${bytes} bytes too few`, whole.subarray(0, whole.length - bytes)),
  ),
  request("a tag of 0", whole, [0]),
  request("field number 0", whole, [0x02, 0x00]),
  request("wire type 6", whole, [0x56, 0x01]),
  request("wire type 7", whole, [0x57, 0x01]),
  request("a group that does not end", whole, [0x53, 0x08, 0x01]),
  request("a group that ends only", whole, [0x54]),
  request("a group that ends with another number", whole, [0x53, 0x5c]),
  request("a length beyond the end", whole, [0x7a, 0x05, 0x01]),
  request("a length of 2^31", whole, [0x7a, 0x80, 0x80, 0x80, 0x80, 0x08]),
  request("a varint that does not end", whole, [0x78, 0x80]),
  request("a tag of more than 32 bits", whole, [0xf8, 0xff, 0xff, 0xff, 0xff, 0x01, 0x00]),
  request("a text that is no message", "hello"),
];

export const wire: readonly RawRequest[] = [...servableSpecs, ...tensors, ...messages, ...ends];
