/** A call, as the code for it is written from. */

import type { Instance } from "../../client/index.ts";

export interface CodeRequest {
  /** The proxy's address, as it is to stand in the code. */
  address: string;
  servable: string;
  method: string;
  /** Decimal digits; 0, which is meant without it, is the highest running one. */
  version?: string;
  /** Deadline in milliseconds. */
  timeoutMs?: number;
  /** Headers of the call; their values may be secrets and are left to be filled in. */
  metadata?: Readonly<Record<string, string>>;
  /** Values as the client takes them; of a file only the name is written, of a large tensor only dtype and shape. */
  instances: readonly Instance[];
}

/** Up to this many elements a tensor is written out. */
export const WRITTEN_ELEMENTS = 64;

/** The one input of every instance, where that is a file: then the code is for any number of files. */
export function fileInput({ instances }: CodeRequest): string | undefined {
  const [name] = Object.keys(instances[0] ?? {});
  const same = instances.every(
    (instance) => Object.keys(instance).join() === name && instance[name!] instanceof Blob,
  );
  return same ? name : undefined;
}

/** A file's own name, where it has one. */
export function fileName(blob: Blob): string {
  return "name" in blob && typeof blob.name === "string" ? blob.name : "file";
}
