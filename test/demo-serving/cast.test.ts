/** `add_cast`: numpy's astype(np.float32) of every dtype, over the wire. */

import { afterAll, beforeAll, expect, it } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import type { DType } from "../../src/tensor/dtype-data.ts";
import { type Tensor, tensor } from "../../src/tensor/tensor.ts";
import type { InputValue } from "../../src/wire/input.ts";
import type { TensorMessage } from "../../src/wire/message.ts";
import { decodeOutputs } from "../../src/wire/output.ts";
import { type Caller, caller, request } from "./predict-call.ts";

let worker: DemoServing;
let client: Caller;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0 });
  client = caller(worker.address);
});
afterAll(async () => {
  client.close();
  await worker.close();
});

const zeros = tensor([0, 0, 0, 0]);

async function cast(x1: InputValue | TensorMessage): Promise<{ y: number[] } | { error: string }> {
  const { instances, errors } = await client.predict(request("add", "add_cast", [{ x1, x2: zeros }]), [2]);
  if (errors.length > 0) return { error: errors[0]!.text };
  const y = decodeOutputs(instances[0]!).y as Tensor<"float32">;
  expect(y.dtype).toBe("float32");
  expect(y.shape).toEqual([2, 2]);
  return { y: [...y.data] };
}

// Expected values are numpy's: np.array([...], dtype).astype(np.float32).
const cases: [DType, (number | bigint | boolean)[], number[]][] = [
  ["bool", [true, false, true, true], [1, 0, 1, 1]],
  ["int8", [-128, -1, 0, 127], [-128, -1, 0, 127]],
  ["uint8", [0, 1, 128, 255], [0, 1, 128, 255]],
  ["int16", [-32768, -1, 0, 32767], [-32768, -1, 0, 32767]],
  ["uint16", [0, 1, 32768, 65535], [0, 1, 32768, 65535]],
  ["int32", [-(2 ** 31), 16777217, 16777219, 2 ** 31 - 1], [-(2 ** 31), 16777216, 16777220, 2 ** 31]],
  ["uint32", [0, 16777217, 2 ** 31 + 1, 2 ** 32 - 1], [0, 16777216, 2 ** 31, 2 ** 32]],
  ["int64", [-(2n ** 63n), -1n, 2n ** 53n + 1n, 2n ** 63n - 1n], [-(2 ** 63), -1, 2 ** 53, 2 ** 63]],
  ["uint64", [0n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n], [0, 2 ** 53, 2 ** 63, 2 ** 64]],
  ["float16", [1.5, -2, 65504, Number.POSITIVE_INFINITY], [1.5, -2, 65504, Number.POSITIVE_INFINITY]],
  ["float32", [0.5, -1.25, 3e38, Number.NaN], [0.5, -1.25, Math.fround(3e38), Number.NaN]],
  [
    "float64",
    [0.1, 1e300, -1e300, 1e-60],
    [Math.fround(0.1), Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0],
  ],
];

it.each(cases)("casts %s", async (dtype, elements, expected) => {
  expect(await cast(tensor(elements, dtype, [2, 2]))).toEqual({ y: expected });
});

it("takes any byte but 0 for True", async () => {
  const x1 = { shape: [4], dtype: 1, data: Uint8Array.of(0, 1, 2, 255), bytesVal: [] };
  expect(await cast(x1)).toEqual({ y: [0, 1, 1, 1] });
});

it("rounds a long integer once, not first to 53 bits", async () => {
  // Just above and just below the middle of two neighbouring float32: rounded to 53 bits, both fall on the middle.
  const middle = 2n ** 62n + 2n ** 38n;
  const elements = [middle + 1n, middle, -middle - 1n, 2n ** 62n + 3n * 2n ** 38n - 1n];
  expect(await cast(tensor(elements, "int64", [2, 2]))).toEqual({
    y: [2 ** 62 + 2 ** 39, 2 ** 62, -(2 ** 62) - 2 ** 39, 2 ** 62 + 2 ** 39],
  });
});

it("takes four elements in any shape", async () => {
  expect(await cast(tensor([1, 2, 3, 4], "int16", [4, 1, 1]))).toEqual({ y: [1, 2, 3, 4] });
});

it("takes four bytes, which are a uint8 array to Python", async () => {
  expect(await cast(Uint8Array.of(1, 2, 3, 255))).toEqual({ y: [1, 2, 3, 255] });
});

it("tells other sizes as the model does", async () => {
  expect(await cast(tensor([1, 2, 3], "int8"))).toEqual({
    error: "Given model input 0 size 12 not match the size 16 defined in model",
  });
});
