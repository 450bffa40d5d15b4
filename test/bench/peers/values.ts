/** What every peer needs around its own messages: files read into memory, and payloads as a page can use them. */

import type { Item } from "../work.ts";

/** The peers' messages hold `Uint8Array`s, so a `File` is read first. */
export function readItems(instances: Item[][]): Promise<Item[][]> {
  return Promise.all(
    instances.map((items) =>
      Promise.all(
        items.map(async (item) =>
          item.bytes instanceof Blob
            ? { ...item, bytes: new Uint8Array(await item.bytes.arrayBuffer()) }
            : item,
        ),
      ),
    ),
  );
}

/** The bytes of a tensor's numbers, where they are. */
export function dataOf(item: Item): Uint8Array {
  const { buffer, byteOffset, byteLength } = item.floats!;
  return new Uint8Array(buffer, byteOffset, byteLength);
}

export const FLOAT32 = 11;
export const STRING = 13;
export const BYTES = 14;

/** A decoded tensor as a page can use it: numbers as a `Float32Array`, copied where they lie unaligned. */
export function usable(dtype: number, data: Uint8Array, bytesVal: Uint8Array[]): unknown {
  if (dtype === STRING) return new TextDecoder().decode(bytesVal[0]);
  if (dtype === BYTES) return bytesVal[0];
  const whole = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Float32Array(whole.buffer, whole.byteOffset, whole.byteLength / 4);
}

export const SPEC = { name: "servable", methodName: "method" };
