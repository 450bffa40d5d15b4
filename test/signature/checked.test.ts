/** Instances are held to the signature before anything is sent. */

import { beforeAll, describe, expect, it } from "vitest";
import { Client, float32, type Instance, int32, isError, tensor } from "../../src/client/index.ts";
import { checked, readSignature } from "../../src/signature/index.ts";

const signature = readSignature({
  signature: 1,
  servable: "all",
  methods: {
    matrix: { inputs: { x: { kind: "tensor", dtype: "float32", shape: [2, null] } } },
    any_float: { inputs: { x: { dtype: "float32" } } },
    scalar: { inputs: { n: { kind: "scalar", dtype: "int32" } } },
    text: { inputs: { s: { kind: "string" } } },
    picture: { inputs: { image: { kind: "image" } } },
    anything: { inputs: { x: {}, y: {} } },
    unknown: {},
  },
});

/** What `infer` throws, or `undefined` where the instance is sent: nobody listens there. */
let fault: (method: string, instances: Instance | Instance[]) => Promise<string | undefined>;
beforeAll(() => {
  fault = async (method, instances) => {
    const client = new Client("http://127.0.0.1:9", checked(signature, method));
    try {
      const result = await client.infer(instances);
      expect(isError(result) && result.kind).toBe("proxy-unreachable");
      return undefined;
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
      return (error as Error).message;
    }
  };
});

describe("what is sent", () => {
  const cases: [string, Instance][] = [
    ["matrix", { x: tensor([[1], [2]]) }],
    [
      "matrix",
      {
        x: tensor([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      },
    ],
    ["any_float", { x: 5 }],
    ["any_float", { x: float32(5) }],
    ["any_float", { x: new Float32Array(3) }],
    ["scalar", { n: int32(5) }],
    ["scalar", { n: tensor(new Int32Array(1)) }],
    ["text", { s: "text" }],
    ["picture", { image: new Uint8Array(3) }],
    ["picture", { image: new Blob([]) }],
    ["anything", { x: "text", y: 5n }],
    ["anything", { x: 1, y: 1, z: 1 }],
    ["unknown", { whatever: true }],
  ];
  it.each(cases)("%s %o", async (method, instance) => {
    expect(await fault(method, instance)).toBeUndefined();
  });
});

describe("what is not sent, and why", () => {
  const cases: [string, Instance, string][] = [
    [
      "matrix",
      { x: tensor([[1], [2]], "float64") },
      'the instance, input "x": expected a float32 tensor of shape (2, ?), given a float64 tensor of shape (2, 1)',
    ],
    [
      "matrix",
      { x: tensor([[1, 2]], "float64") },
      'the instance, input "x": expected a float32 tensor of shape (2, ?), given a float64 tensor of shape (1, 2)',
    ],
    [
      "matrix",
      { x: tensor([1, 2]) },
      'the instance, input "x": expected a float32 tensor of shape (2, ?), given a float32 tensor of shape (2,)',
    ],
    [
      "matrix",
      { x: tensor([[1], [2], [3]]) },
      'the instance, input "x": expected a float32 tensor of shape (2, ?), given a float32 tensor of shape (3, 1)',
    ],
    ["any_float", { x: "5" }, 'the instance, input "x": expected a float32 tensor or scalar, given a string'],
    [
      "scalar",
      { n: 5 },
      'the instance, input "n": expected an int32 scalar, given a float32 tensor of shape (1,)',
    ],
    [
      "scalar",
      { n: tensor(new Int32Array(2)) },
      'the instance, input "n": expected an int32 scalar, given an int32 tensor of shape (2,)',
    ],
    ["text", { s: new Uint8Array(1) }, 'the instance, input "s": expected a string, given bytes'],
    [
      "picture",
      { image: tensor([[1]]) },
      'the instance, input "image": expected an image, as the bytes of its file, given a float32 tensor of shape (1, 1)',
    ],
    [
      "picture",
      { imgae: new Blob([]) },
      'the instance, input "image": expected an image, as the bytes of its file, given nothing: the instance has "imgae"',
    ],
    ["anything", {}, 'the instance, input "x": expected a value, given nothing: the instance has no inputs'],
  ];
  it.each(cases)("%s %o", async (method, instance, error) => {
    expect(await fault(method, instance)).toBe(error);
  });
});

it("an instance in a list is told by its place", async () => {
  expect(await fault("text", [{ s: "a" }, { s: 1 }])).toBe(
    'instance 1, input "s": expected a string, given a float32 tensor of shape (1,)',
  );
});

it("inferMany gives it as that instance's outcome, and sends the others", async () => {
  const client = new Client("http://127.0.0.1:9", checked(signature, "text"));
  const outcomes = [];
  for await (const { index, outcome } of client.inferMany([{ s: 1 }, { s: "a" }])) outcomes[index] = outcome;
  expect(outcomes).toMatchObject([
    {
      kind: "invalid-input",
      error: 'the instance, input "s": expected a string, given a float32 tensor of shape (1,)',
    },
    { kind: "proxy-unreachable" },
  ]);
});

it("a client of a method has its names, and takes options behind it", () => {
  const client = new Client("http://localhost:8080/", checked(signature, "text"), { timeoutMs: 5 });
  expect({ ...client }).toMatchObject({ address: "http://localhost:8080", servable: "all", method: "text" });
  expect(() => new Client("", checked(signature, "text"), 5 as never)).toThrow("options is 5");
});

it("a method that the signature has not is refused, with those that it has", () => {
  expect(() => checked(signature, "toString")).toThrow(
    'the signature of all has no method the string "toString": it has matrix, any_float, scalar, text, picture, anything, unknown',
  );
});
