/** A call, as the code for it is written from. */

import type { InputValue, Instance } from "../../client/index.ts";
import type { MethodSignature } from "../../signature/index.ts";

export interface CodeRequest {
  /** The proxy's address, as it is to stand in the code: with scheme and host. */
  address: string;
  /** Address of the module that defines the custom elements. */
  elements: string;
  servable: string;
  method: string;
  /** Decimal digits; 0, which is meant without it, is the highest running one. */
  version?: string;
  /** Deadline in milliseconds. */
  timeoutMs?: number;
  /** Headers of the call; their values may be secrets and are left to be filled in. */
  metadata?: Readonly<Record<string, string>>;
  /** Values as the client takes them; files are to be chosen anew, of a large tensor only dtype and shape are written. */
  instances: readonly Instance[];
  /** What the method takes and gives, where that is known. */
  signature?: MethodSignature;
  /** The files are photos, which go upright and in a format that Serving reads, as the page Classify sends them. */
  photos?: {
    /** Longest side in pixels; left out, their size stays. */
    maxSide?: number;
  };
  /** Whether the one who uses the code may choose several files at a time, where files are all that is sent. */
  multiple?: boolean;
}

/** Up to this many elements a tensor is written out. */
export const WRITTEN_ELEMENTS = 64;

/** The one input of every instance, where that is a file: then the code is for any number of files. */
export function fileInput({ instances }: CodeRequest): string | undefined {
  const [name] = Object.keys(instances[0] ?? {});
  const same = instances.every(
    (instance) => Object.keys(instance).join() === name && isFile(instance[name!]),
  );
  return same ? name : undefined;
}

/** What the one who uses the code has to choose among other inputs, by names of their own. */
export function fileFields({ instances }: CodeRequest): string[] {
  return instances.flatMap((instance, i) =>
    Object.keys(instance)
      .filter((name) => isFile(instance[name]))
      .map((name) => fieldName(name, i, instances.length)),
  );
}

/** `image`, or `image of instance 2` among several. */
export function fieldName(input: string, index: number, count: number): string {
  return count === 1 ? input : `${input} of instance ${index + 1}`;
}

export function isFile(value: InputValue | undefined): value is Blob {
  return value instanceof Blob;
}

/** A file's own name, where it has one. */
export function fileName(blob: Blob): string {
  return "name" in blob && typeof blob.name === "string" ? blob.name : "file";
}

/** Stands in the place of a header's value. */
export function placeholder(header: string): string {
  return `YOUR-${header.toUpperCase()}`;
}
