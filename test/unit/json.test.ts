/** Results as JSON: to be kept, logged and sent on, without a bit lost. */

import { describe, expect, it } from "vitest";
import { callError } from "../../src/client/errors/errors.ts";
import {
  float64,
  int64,
  jsonReviver,
  Scalar,
  ServingError,
  Tensor,
  tensor,
  uint8,
} from "../../src/client/index.ts";
import { toResult } from "../../src/client/serving/outcome.ts";
import { encodeInput, type InputValue } from "../../src/wire/input.ts";

const again = (value: unknown) => JSON.parse(JSON.stringify(value), jsonReviver);

/** One instance's outputs, as a server sends them. */
const outcome = (outputs: Record<string, InputValue>) => {
  const instance = new Map(Object.entries(outputs).map(([name, value]) => [name, encodeInput(value)]));
  const result = toResult({ instances: [instance], errors: [] }, "auto");
  return (result as Record<string, unknown>[])[0]!;
};

describe("a tensor in JSON", () => {
  it("is its dtype, its shape and nested numbers", () => {
    expect(JSON.stringify(tensor([[1.5, 2]]))).toBe('{"dtype":"float32","shape":[1,2],"data":[[1.5,2]]}');
    expect(JSON.stringify(tensor([true, false]))).toBe('{"dtype":"bool","shape":[2],"data":[true,false]}');
  });

  it("has texts for what JSON has no number for", () => {
    const floats = tensor([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0], "float64");
    expect(floats.toJSON().data).toEqual(["NaN", "Infinity", "-Infinity", "-0"]);
    expect(tensor([2n ** 63n - 1n]).toJSON().data).toEqual(["9223372036854775807"]);
  });

  it.each([
    tensor([[0.1, 1 / 3]]),
    tensor([Number.NaN, Number.NEGATIVE_INFINITY, -0, 5e-324], "float64"),
    tensor([0.1, 65504], "float16"),
    tensor([-(2n ** 63n), 2n ** 53n + 1n]),
    tensor([2n ** 64n - 1n], "uint64"),
    tensor([[true], [false]]),
    tensor([-128, 127], "int8"),
    tensor([], "int32", [2, 0, 3]),
    new Tensor("uint8", new Uint8Array([7]), []),
    int64(2n ** 53n + 1n),
    float64(-0),
    uint8(5),
  ])("%s is read as it was", (value) => {
    const read = again(value);
    expect(read).toBeInstanceOf(value instanceof Scalar ? Scalar : Tensor);
    expect(read).toEqual(value);
    expect(String(read)).toBe(String(value));
  });
});

describe("a result in JSON", () => {
  it("loses no output, of whatever kind", () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i * 7);
    const outputs = {
      scores: tensor([0.5]),
      text: "鱼",
      image: bytes,
      big: int64(2n ** 53n + 1n),
      nan: float64(Number.NaN),
      n: uint8(3),
      yes: new Scalar("bool", true),
      data: "not a tensor",
    };
    const result = [outcome(outputs)];
    expect(again(result)).toEqual(result);
    expect(
      JSON.parse(
        JSON.stringify(outcome({ image: new Uint8Array([1, 2]), big: int64(5), nan: float64(Number.NaN) })),
      ),
    ).toEqual({ image: { bytes: "AQI=" }, big: { bigint: "5" }, nan: { number: "NaN" } });
  });

  it("leaves objects of other kinds as they are", () => {
    const others = [
      { bytes: 5 },
      { dtype: "float32" },
      { bigint: "5", more: 1 },
      { number: null },
      [],
      { a: "5" },
    ];
    expect(again(others)).toEqual(others);
  });

  it("has an error's text, also of a thrown one", () => {
    const error = callError("timeout", 4, "too late");
    expect(again(error)).toEqual({ ...error });
    expect(again(new ServingError(error))).toMatchObject({
      message: "too late",
      name: "ServingError",
      kind: "timeout",
      code: 4,
      hint: { en: expect.any(String) },
    });
  });

  it("is the same from a state that makes a field of toJSON, as MobX does", () => {
    const came = outcome({ n: uint8(3), big: int64(5) });
    const kept = { ...came, toJSON: came.toJSON };
    expect(JSON.stringify(kept)).toBe(JSON.stringify(came));
  });

  it.each([
    { number: "7" },
    { bytes: "no base64!" },
    { bigint: "seven" },
    { dtype: "int64", value: "7" },
    { dtype: "float32", shape: "2", data: "1 2" },
    { number: "7", toJSON: "text" },
  ])(
    "%j, outputs named as fields of a value in JSON, are read as what they were, also a second time",
    (texts) => {
      const read = again([outcome(texts)]);
      expect(read).toEqual([texts]);
      expect(again(read)).toEqual([texts]);
    },
  );

  it("can hold an output named toJSON", () => {
    expect(again(outcome({ toJSON: "text", n: uint8(3) }))).toEqual({ toJSON: "text", n: 3 });
  });
});
