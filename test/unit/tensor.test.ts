import { Float16Array as PolyfilledArray } from "@petamoriken/float16";
import { describe, expect, it } from "vitest";
import {
  float16,
  float16FromBits,
  int8,
  int32,
  int64,
  Tensor,
  tensor,
  uint64,
} from "../../src/client/index.ts";
import { DTYPES } from "../../src/tensor/dtype.ts";
import type { DType, TypedArray } from "../../src/tensor/dtype-data.ts";
import * as scalarModule from "../../src/tensor/scalar.ts";

const { Scalar: _, ...scalars } = scalarModule;

describe("tensor()", () => {
  it("is float32 unless something says otherwise", () => {
    const t = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(t.dtype).toBe("float32");
    expect(t.shape).toEqual([2, 2]);
    expect(t.data).toEqual(Float32Array.of(1, 2, 3, 4));
  });

  it("takes the dtype of booleans, bigints and typed arrays", () => {
    expect(tensor([true, false]).dtype).toBe("bool");
    expect(tensor([1n, 2n]).dtype).toBe("int64");
    expect(tensor(new Uint16Array(3)).dtype).toBe("uint16");
    expect(tensor(new Uint8ClampedArray([1, 2])).data).toEqual(Uint8Array.of(1, 2));
  });

  it("takes a typed array without a copy, and converts when asked", () => {
    const data = Float32Array.of(1, 2, 3, 4);
    expect(tensor(data, "float32", [2, 2]).data).toBe(data);
    expect(tensor(data, "int16").data).toEqual(Int16Array.of(1, 2, 3, 4));
  });

  it("takes any rank, zero-size shapes and the element alone", () => {
    expect(tensor([[[[1]]]]).shape).toEqual([1, 1, 1, 1]);
    expect(tensor([]).shape).toEqual([0]);
    expect(tensor([[], []]).shape).toEqual([2, 0]);
    expect(tensor(7, "int8").shape).toEqual([]);
  });

  it("converts between any two dtypes as element by element", () => {
    const names = Object.keys(DTYPES) as DType[];
    for (const from of names) {
      for (const to of names) {
        const data = tensor([0, 1, 1].map((n) => (/int64/.test(from) ? BigInt(n) : n)) as never, from).data;
        const one = /int64/.test(to) ? 1n : to === "bool" ? true : 1;
        const wanted = () => tensor(data as TypedArray, to);
        if (/int64/.test(from) && !/int/.test(to)) expect(wanted, `${from} to ${to}`).toThrow(TypeError);
        else expect([...(wanted().toArray() as unknown[])].slice(1), `${from} to ${to}`).toEqual([one, one]);
      }
    }
  });

  it("converts without loss only, whatever the range", () => {
    expect(() => tensor(Int16Array.of(300), "uint8")).toThrow(/element 0: 300 is out of range for uint8/);
    expect(() => tensor(Int8Array.of(0, -1), "uint32")).toThrow(/element 1: -1 is out of range for uint32/);
    expect(() => tensor(BigUint64Array.of(2n ** 63n), "int64")).toThrow(/out of range for int64/);
    expect(() => tensor(Float64Array.of(0.5), "int32")).toThrow(/int32 takes whole numbers, not 0.5/);
    expect(tensor(Float64Array.of(0.1), "float32").item()).toBe(Math.fround(0.1));
    expect(tensor(Float32Array.of(0.1), "float16").item()).toBe(0.0999755859375);
    expect(tensor(Uint8Array.of(255), "int16").item()).toBe(255);
  });

  it("takes a polyfill's Float16Array as the platform's, with the halves' own values", () => {
    const halves = new PolyfilledArray([0.1, 65504, -0, Number.NaN]);
    expect(ArrayBuffer.isView(halves)).toBe(false);
    const t = tensor(halves as never);
    expect([t.dtype, t.shape]).toEqual(["float16", [4]]);
    expect(t.toArray()).toEqual([0.0999755859375, 65504, -0, Number.NaN]);
    expect(tensor(halves.slice(0, 2) as never, "float64", [2, 1]).toArray()).toEqual([
      [0.0999755859375],
      [65504],
    ]);
    expect(() => tensor(halves as never, "int8")).toThrow(/int8 takes whole numbers/);
  });

  it("takes a Uint16Array's numbers for values; float16FromBits takes them for the bits of halves", () => {
    const bits = Uint16Array.of(0x3c00, 0xc000, 0x7c00, 0x0001);
    expect(tensor(bits.slice(0, 1), "float16").item()).toBe(15360);
    const t = float16FromBits(bits, [2, 2]);
    expect([t.dtype, t.shape]).toEqual(["float16", [2, 2]]);
    expect(t.toArray()).toEqual([
      [1, -2],
      [Number.POSITIVE_INFINITY, 2 ** -24],
    ]);
    expect(float16FromBits(bits.subarray(1, 2)).toArray()).toEqual([-2]);
    expect(() => float16FromBits(Int16Array.of(1) as never)).toThrow(/takes a Uint16Array of bits, not/);
    expect(() => float16FromBits(bits, [3])).toThrow(/shape \(3,\) has 3 elements/);
  });

  it("takes a canvas's pixels as they are", () => {
    const pixels = new Uint8ClampedArray(8).subarray(4);
    const { data } = tensor(pixels, "uint8", [1, 1, 4]);
    expect([data.buffer, data.byteOffset, data.length]).toEqual([pixels.buffer, 4, 4]);
  });

  it("refuses data of another class, and arrays that contain themselves", () => {
    expect(() => new Tensor("float32", new Float64Array(2) as never, [2])).toThrow(
      /^the data of a float32 tensor is a value of type Float64Array: give a Float32Array, or use tensor\(/,
    );
    expect(() => new Tensor("int8", [1] as never, [1])).toThrow(/is a value of type Array: give a Int8Array/);
    expect(new Tensor("bool", Uint8Array.of(1), [1]).item()).toBe(true);
    const endless: unknown[] = [];
    endless.push(endless);
    expect(() => tensor(endless as never)).toThrow(/more than 64 levels deep/);
  });

  it("keeps its own shape", () => {
    const shape = [2];
    const t = tensor([1, 2], "int8", shape);
    shape[0] = 3;
    expect(t.shape).toEqual([2]);
    expect(Object.isFrozen(t.shape)).toBe(true);
  });

  it("refuses ragged arrays, naming the place", () => {
    expect(() => tensor([[1, 2], [3]])).toThrow(/\[1\] has length 1 instead of 2/);
    expect(() => tensor([1, [2]] as never)).toThrow(/\[1\] is an array, but \[0…\] is 1/);
    expect(() => tensor([[1], 2] as never)).toThrow(/\[1\] is 2 instead of an array of length 1/);
  });

  it("refuses what the dtype can't hold, naming the element", () => {
    expect(() => tensor([1, 300], "int8")).toThrow(/element 1: 300 is out of range for int8 \(-128 to 127\)/);
    expect(() => tensor([1.5], "int32")).toThrow(/int32 takes whole numbers, not 1.5/);
    expect(() => tensor([2 ** 60], "int64")).toThrow(/above 2\^53/);
    expect(() => tensor([{}, 1] as never)).toThrow(/a value of type Object/);
    expect(() => tensor([() => {}] as never)).toThrow(/a function/);
    expect(() => tensor([Object.create(null)] as never)).toThrow(/a value of type object/);
    expect(() => tensor([5n], "float32")).toThrow(/float32 takes numbers, not 5n/);
    expect(() => tensor(["1"] as never)).toThrow(/float32 takes numbers, not the string "1"/);
    expect(() => tensor(["x".repeat(99)] as never)).toThrow(/float32 takes numbers, not the string "x{40}…"/);
    expect(() => tensor([1], "bool")).not.toThrow();
    expect(() => tensor([2], "bool")).toThrow(/bool takes true or false, not 2/);
    expect(() => tensor([1], "float128" as never)).toThrow(/"float128" is not a dtype/);
  });

  it("refuses a shape that does not fit", () => {
    expect(() => tensor([1, 2, 3], "float32", [2, 2])).toThrow(
      /shape \(2, 2\) has 4 elements, but the data has 3/,
    );
    expect(() => tensor([], "float32", [-1, 0])).toThrow(
      /every dimension of shape \[-1, 0\] must be a whole number, 0 or more/,
    );
    expect(() => new Tensor("int8", new Int8Array(), [2 ** 20, 2 ** 20])).toThrow(/more than 2\^31 elements/);
    expect(() => new Tensor("int8", new Int8Array(), 0 as never)).toThrow(
      /a shape must be an array of numbers, not 0/,
    );
  });
});

describe("Tensor", () => {
  it("gives nested arrays, booleans and the only element", () => {
    expect(tensor([[1, 2, 3]], "uint8").toArray()).toEqual([[1, 2, 3]]);
    expect(tensor([true, false]).toArray()).toEqual([true, false]);
    expect(tensor([5n]).item()).toBe(5n);
    expect(() => tensor([1, 2]).item()).toThrow(/needs one element/);
  });

  it("prints as the tutorial does", () => {
    const y = tensor([
      [2, 2],
      [2, 2],
    ]);
    expect(String(y)).toBe("array([[2., 2.], [2., 2.]], dtype=float32)");
    const inspect = y[Symbol.for("nodejs.util.inspect.custom") as never] as () => string; // As Node calls it.
    expect(inspect.call(y)).toBe("array([[2., 2.], [2., 2.]], dtype=float32)");
  });

  // Each line is what numpy 2 prints for the same array, put on one line.
  it.each([
    [tensor([0.1, 2]), "array([0.1, 2. ], dtype=float32)"],
    [tensor([1.5, -2.25], "float64"), "array([ 1.5 , -2.25])"],
    [tensor([1, 1e10], "float64"), "array([1.e+00, 1.e+10])"],
    [tensor([1.5, 1e10], "float64"), "array([1.5e+00, 1.0e+10])"],
    [tensor([0.00001], "float64"), "array([1.e-05])"],
    [tensor([1 / 3], "float64"), "array([0.33333333])"],
    [tensor([Number.NaN, Number.POSITIVE_INFINITY, 1]), "array([nan, inf,  1.], dtype=float32)"],
    [tensor([1, 100], "int32"), "array([  1, 100], dtype=int32)"],
    [tensor([true, false]), "array([ True, False])"],
    [tensor([1n, -1n]), "array([ 1, -1])"],
    [tensor([]), "array([], dtype=float32)"],
    [tensor([[], []]), "array([], shape=(2, 0), dtype=float32)"],
    [tensor(3), "array(3., dtype=float32)"],
  ])("prints as numpy: %s", (t, text) => {
    expect(String(t)).toBe(text);
  });

  it("prints the ends of long tensors", () => {
    const text = String(tensor(Int32Array.from({ length: 1001 }, (_, i) => i)));
    expect(text).toBe("array([   0,    1,    2, ...,  998,  999, 1000], shape=(1001,), dtype=int32)");
  });
});

describe("typed scalars", () => {
  it.each(Object.entries(scalars))("%s()", (name, make) => {
    const one = (name.endsWith("64") && name !== "float64" ? 1n : name === "bool" ? true : 1) as never;
    expect(make(one)).toMatchObject({ dtype: name, value: one });
    expect(String(make(one))).toBe(`${name}(${one})`);
  });

  it("hold their dtype's values and refuse others", () => {
    expect(int8(5).value).toBe(5);
    expect(int64(5).value).toBe(5n);
    expect(uint64(2n ** 64n - 1n).value).toBe(2n ** 64n - 1n);
    expect(float16(0.1).value).toBe(0.0999755859375);
    expect(() => int8(300)).toThrow(RangeError);
    expect(() => int32(1.5)).toThrow(RangeError);
    expect(() => uint64(-1n)).toThrow(RangeError);
    expect(() => int32("5" as never)).toThrow(TypeError);
  });
});
