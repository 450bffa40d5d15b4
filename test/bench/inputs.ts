/** The bench's items as values for our `infer`. Tensors take their arrays as they are, Files stay Files. */

import { type Tensor, tensor } from "../../src/tensor/tensor.ts";
import type { Item } from "./work.ts";

export function inputsOf(instances: Item[][]): Record<string, Tensor | Blob | Uint8Array>[] {
  return instances.map((items) =>
    Object.fromEntries(
      items.map(({ name, floats, shape, bytes }) => [
        name,
        floats ? tensor(floats, "float32", shape) : bytes!,
      ]),
    ),
  );
}
