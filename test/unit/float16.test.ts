import { describe, expect, it } from "vitest";
import { float16Bits, float16Value } from "../../src/tensor/float16.ts";

describe("float16 without the platform's help", () => {
  it("reads back every half as it was written", () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = float16Value(bits);
      const expected = Number.isNaN(value) ? 0x7e00 : bits;
      if (float16Bits(value) !== expected)
        expect.fail(`bits 0x${bits.toString(16)} became 0x${float16Bits(value).toString(16)}`);
    }
  });

  it("rounds to the nearest, ties to the even one", () => {
    // Half way between two neighbouring halves the even bits win; a hair beside it, the nearer ones.
    for (let bits = 0; bits < 0x7bff; bits++) {
      const middle = (float16Value(bits) + float16Value(bits + 1)) / 2;
      const even = bits % 2 === 0 ? bits : bits + 1;
      const step = middle * 2 ** -40 || 2 ** -60;
      const got = [float16Bits(middle), float16Bits(middle - step), float16Bits(middle + step)];
      if (got.join() !== [even, bits, bits + 1].join()) expect.fail(`around 0x${bits.toString(16)}: ${got}`);
    }
  });

  it.each([
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [65504, 0x7bff],
    [65519.99, 0x7bff],
    [65520, 0x7c00],
    [-1e10, 0xfc00],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [2 ** -25 * 1.0001, 0x0001],
    [Number.POSITIVE_INFINITY, 0x7c00],
    [Number.NaN, 0x7e00],
  ])("%d is 0x%x", (value, bits) => {
    expect(float16Bits(value)).toBe(bits);
  });
});
