/** Files made by a real numpy, and what it says of headers that were not (npy/make.py). */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isNpy, NpyError, readNpy, writeNpy } from "../../src/app/values/npy.ts";
import { type DType, tensor } from "../../src/client/index.ts";
import { DTYPE_NAMES } from "../../src/ui/index.ts";

const file = (name: string) => new Uint8Array(readFileSync(`test/app/npy/${name}.npy`));
const read = (name: string) => readNpy(file(name));

const INTEGERS: DType[] = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"];
const FLOATS: DType[] = ["float16", "float32", "float64"];

describe("a file of numpy's", () => {
  it.each([...INTEGERS, ...FLOATS])("of %s is read with its shape", (dtype) => {
    const { shape, data, ...rest } = read(dtype);
    expect(rest.dtype).toBe(dtype);
    expect(shape).toEqual([2, 3]);
    expect(Array.from(data as Iterable<number | bigint>, Number)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("of bool holds 0 and 1", () => {
    expect(read("bool").toArray()).toEqual([
      [false, true, true],
      [true, true, true],
    ]);
  });

  it("may be a scalar, a vector or empty", () => {
    expect([read("scalar").shape, read("scalar").item()]).toEqual([[], 1.5]);
    expect([read("vector").shape, read("vector").toArray()]).toEqual([[5], [0, 1, 2, 3, 4]]);
    expect([read("empty").shape, read("empty").size]).toEqual([[0, 3], 0]);
  });

  it("in Fortran's order is turned to rows", () => {
    const { shape, data } = read("fortran");
    expect(shape).toEqual([2, 3, 4]);
    expect([...(data as Int32Array)]).toEqual(Array.from({ length: 24 }, (_, i) => i));
  });

  it("that is big-endian is read too", () => {
    expect(read("big-endian").toArray()).toEqual([0, 1, 2, 3]);
  });

  it.each(["version2", "version3"])("of the format's %s is read", (name) => {
    expect(read(name).toArray()).toEqual([0, 1, 2, 3]);
  });

  it("keeps every half and every digit of 64 bits", () => {
    expect(Array.from(read("halves").data as Iterable<number>)).toEqual([
      1.5,
      -0,
      65504,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      2 ** -24,
    ]);
    expect(read("large").toArray()).toEqual([2n ** 63n - 1n, -(2n ** 63n)]);
  });

  it("may lie anywhere in memory", () => {
    const bytes = file("float64");
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readNpy(shifted.subarray(3)).toArray()).toEqual(read("float64").toArray());
  });
});

/** Written by hand, with numpy's verdict: what it reads, or nothing. */
interface Case {
  name: string;
  version: number;
  header: string;
  said: { dtype: string; shape: number[]; values: string[] } | null;
}

const CASES: Case[] = JSON.parse(readFileSync("test/app/npy/headers.json", "utf8"));

function fileOf({ version, header }: Case): Uint8Array {
  const length = [header.length & 0xff, header.length >> 8, ...(version === 1 ? [] : [0, 0])];
  const content = Array.from({ length: 16 }, (_, i) => 60 + i);
  return Uint8Array.from([
    ...[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0, ...length],
    ...Buffer.from(header, "latin1"),
    ...content,
  ]);
}

const faultOf = (bytes: Uint8Array) => {
  try {
    readNpy(bytes);
  } catch (error) {
    return error instanceof NpyError ? [error.fault, error.about] : error;
  }
  return "read";
};

const isServings = ({ said }: Case) => said !== null && DTYPE_NAMES.includes(said.dtype as DType);

describe("a header that numpy reads is read as numpy does:", () => {
  it.each(CASES.filter(isServings))("$name", (given) => {
    const { dtype, shape, data } = readNpy(fileOf(given));
    expect({ dtype, shape }).toEqual({ dtype: given.said!.dtype, shape: given.said!.shape });
    const written = given.said!.values.map((value) =>
      Number(value.replace("True", "1").replace("False", "0")),
    );
    expect(Array.from(data as Iterable<number | bigint>, Number)).toEqual(written);
  });

  it("any byte but 0 is true", () => {
    expect(Array.from(read("bools").data as Uint8Array)).toEqual([0, 1, 1, 1]);
  });
});

describe("a header that numpy refuses, or of a dtype that Serving does not take, is refused and named:", () => {
  it.each(CASES.filter((given) => !isServings(given)))("$name", (given) => {
    expect(faultOf(fileOf(given))).toEqual([expect.stringMatching(/^npy/), expect.any(String)]);
  });

  it.each([
    ["descr >c8", ["npyDtype", ">c8"]],
    ["descr |O", ["npyDtype", "|O"]],
    ["descr bfloat16", ["npyDtype", "bfloat16"]],
    ["fields", ["npyDtype", "[('a', '<f4'), ('b', '<i4')]"]],
    ["a sub-array", ["npyDtype", "('<f4', (2,))"]],
    ["more elements than bytes", ["npyLength", "16 / 20"]],
    ["a shape beyond 64 bits, without elements", ["npyShape", "(0, 4294967296, 9007199254740993)"]],
    ["more elements than Serving counts", ["npyShape", "(4294967296,)"]],
    ["a dimension below 0", ["npyShape", "(-1, 2)"]],
    ["no end", ["npyBroken", "header"]],
    ["version 4", ["npyBroken", "magic"]],
  ])("%s as %j", (name, fault) => {
    expect(faultOf(fileOf(CASES.find((given) => given.name === name)!))).toEqual(fault);
  });
});

describe("a file that can't be used says why:", () => {
  it.each([
    ["text", ["npyDtype", "<U2"]],
    ["fields", ["npyDtype", "[('a', '<f4'), ('b', '<i4')]"]],
  ])("%s", (name, fault) => {
    expect(faultOf(file(name))).toEqual(fault);
  });

  it("it is cut, or not a file of numpy's", () => {
    expect(faultOf(file("float32").subarray(0, -1))).toEqual(["npyLength", "23 / 24"]);
    expect(faultOf(file("float32").subarray(0, 40))).toEqual(["npyBroken", "header"]);
    expect(faultOf(file("float32").subarray(0, 8))).toEqual(["npyBroken", "magic"]);
    expect(isNpy(new Uint8Array([0x93, 0x4e]))).toBe(false);
  });
});

it.each([...INTEGERS, ...FLOATS, "bool" as const, "scalar", "vector", "halves"])(
  "written again, %s is numpy's own file",
  async (name) => {
    const written = new Uint8Array(await writeNpy(read(name)).arrayBuffer());
    expect(Buffer.from(written).equals(Buffer.from(file(name)))).toBe(true);
  },
);

it("a large header of a numpy file still ends at a multiple of 64", async () => {
  const bytes = new Uint8Array(
    await writeNpy(tensor(new Float32Array(6), "float32", [1, 2, 3])).arrayBuffer(),
  );
  expect((bytes.length - 24) % 64).toBe(0);
});
