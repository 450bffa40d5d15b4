/** Tensors print as numpy prints them: compared with what numpy printed (numpy-prints.py wrote it). */

import { expect, it } from "vitest";
import { type DType, Tensor } from "../../src/client/index.ts";
import { arrayFor, PlatformFloat16Array } from "../../src/tensor/dtype.ts";
import type { DTypeData } from "../../src/tensor/dtype-data.ts";
import { float16Value } from "../../src/tensor/float16.ts";
import prints from "./numpy-prints.json";

function arrayOf(dtype: DType, base64: string): DTypeData[DType] {
  const { buffer } = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  if (dtype === "float16" && !PlatformFloat16Array)
    return Float32Array.from(new Uint16Array(buffer), float16Value);
  return new (arrayFor(dtype) as Float32ArrayConstructor)(buffer);
}

it(`${prints.length} arrays of every dtype and many shapes`, () => {
  const wrong = prints.flatMap(({ dtype, shape, data, text }) => {
    const ours = String(new Tensor(dtype as DType, arrayOf(dtype as DType, data), shape));
    return ours === text ? [] : [{ numpy: text, ours }];
  });
  expect(wrong).toEqual([]);
});
