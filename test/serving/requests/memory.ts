/** Inputs said to lie in shared memory, which no name here is of. */

import {
  bytesVal,
  data,
  dtype,
  field,
  instance,
  item,
  joined,
  MS_STRING,
  numberField,
  type RawRequest,
  request,
  shape,
  spec,
} from "./raw.ts";
import { counting, ones } from "./values.ts";

const NUMBERS = new Uint8Array(16);

/** `ShmTensorData`. */
const place = (
  key: string,
  bytesSize: number | bigint,
  dataOffset: number | bigint,
  dataSize: number | bigint,
) => field(5, field(1, key), numberField(2, bytesSize), numberField(3, dataOffset), numberField(4, dataSize));

const matrixAt = (...memory: readonly Uint8Array[]) => joined(shape(2, 2), dtype(11), ...memory);
const x1 = (what: string, content: Uint8Array, method = "add_common") =>
  request(`shared memory, ${what}`, spec("add", method), instance({ x1: content, x2: ones }));

const KEY = "no_such_segment";

const outputs = (what: string, name: string) =>
  request(
    `an output into shared memory, ${what}`,
    spec("add", "add_common"),
    field(2, item("x1", ones), item("x2", counting), field(2, field(1, name), field(2, field(1, KEY)))),
  );

export const memory: readonly RawRequest[] = [
  outputs("of the method", "y"),
  outputs("of no such name", "z"),
  x1("all of a segment", matrixAt(place(KEY, 16, 0, 16))),
  x1("the end of a segment", matrixAt(place(KEY, 24, 8, 16))),
  x1("beyond a segment's end", matrixAt(place(KEY, 16, 1, 16))),
  x1("far beyond a segment's end", matrixAt(place(KEY, 2n ** 64n - 1n, 2n ** 64n - 1n, 16))),
  x1("a segment of no size", matrixAt(place(KEY, 0, 0, 16))),
  x1("nothing said", matrixAt(field(5))),
  x1("too few bytes", matrixAt(place(KEY, 64, 0, 12))),
  x1("too many bytes", matrixAt(place(KEY, 64, 0, 20))),
  x1("a name with a slash in it", matrixAt(place("a/b", 16, 0, 16))),
  x1("a name behind a slash", matrixAt(place("/no_such_segment", 16, 0, 16))),
  x1("no name", matrixAt(place("", 16, 0, 16))),
  x1("a name of 300 characters", matrixAt(place("n".repeat(300), 16, 0, 16))),
  x1("a name of 250 characters", matrixAt(place("n".repeat(250), 16, 0, 16))),
  x1("a name beyond ASCII", matrixAt(place("nö", 16, 0, 16))),
  x1("a bad shape", joined(shape(-2, 2), dtype(11), place(KEY, 16, 0, 16))),
  x1("no dtype", joined(shape(2, 2), place(KEY, 16, 0, 16))),
  x1("of a text", joined(shape(1), dtype(MS_STRING), bytesVal("a"), place(KEY, 16, 0, 16))),
  x1("of a tensor without elements", joined(shape(0), dtype(11), place(KEY, 0, 0, 0))),
  x1("behind data", matrixAt(data(NUMBERS), place(KEY, 16, 0, 16))),
  x1("before data", matrixAt(place(KEY, 16, 0, 16), data(NUMBERS))),
  x1("in two parts", matrixAt(field(5, field(1, KEY), numberField(2, 16)), field(5, numberField(4, 16)))),
  x1("for add_cast", matrixAt(place(KEY, 16, 0, 16)), "add_cast"),
  request(
    "shared memory, one of two instances",
    spec("add", "add_common"),
    instance({ x1: ones, x2: counting }),
    instance({ x1: ones, x2: matrixAt(place(KEY, 16, 0, 16)) }),
  ),
  request(
    "shared memory, both inputs",
    spec("add", "add_common"),
    instance({ x1: matrixAt(place("first", 16, 0, 16)), x2: matrixAt(place("second", 16, 0, 16)) }),
  ),
  request(
    "shared memory, an input that is ignored",
    spec("add", "add_common"),
    instance({ x1: ones, x2: counting, x3: matrixAt(place(KEY, 16, 0, 16)) }),
  ),
  request(
    "shared memory and another input wrong",
    spec("add", "add_common"),
    instance({
      x1: matrixAt(place(KEY, 16, 0, 16)),
      x2: joined(shape(1), dtype(11), data(new Uint8Array(4))),
    }),
  ),
];
