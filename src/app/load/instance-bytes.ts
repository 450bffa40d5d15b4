/** An instance's files in memory, and how much an instance is. */

import type { InputValue, Instance } from "../../client/index.ts";

/** Files are read once, not for each call. @throws DOMException for a file that can't be read any more */
export async function withBytes(instance: Instance): Promise<Instance> {
  const entries = Object.entries(instance).map(async ([name, value]) => {
    return [name, value instanceof Blob ? new Uint8Array(await value.arrayBuffer()) : value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** About as many as a message holds of it. */
export function bytesOf(instance: Instance): number {
  return Object.values(instance).reduce((sum: number, value) => sum + sizeOf(value), 0);
}

function sizeOf(value: InputValue): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object") return 0;
  if ("byteLength" in value) return value.byteLength;
  return "data" in value && "byteLength" in value.data ? value.data.byteLength : 0;
}
