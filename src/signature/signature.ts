/** What a servable's methods take and give. Whatever is not known is left out; nothing is guessed. */

import type { DType } from "../tensor/index.ts";

/**
 * What a value is. A `tensor` is any array of numbers, a `scalar` a single number, `string` a text, `bytes` any bytes;
 * an `image` is the bytes of an encoded picture, such as a JPEG file.
 */
export type ValueKind = "tensor" | "scalar" | "string" | "bytes" | "image";

/** One input or output. */
export interface ValueSignature {
  /** Left out, it is not known; with a {@link dtype}, it is a tensor or a scalar. */
  readonly kind?: ValueKind;
  /** Of a tensor or scalar, by its numpy name. */
  readonly dtype?: DType;
  /** Of a tensor of one instance; `null` is a dimension that is not known or may differ. Left out, so is their number. */
  readonly shape?: readonly (number | null)[];
  /**
   * Of a text: all labels that it may be, as a classifier's classes, each once; several in one text have `;` between
   * them. Left out, they are not known.
   */
  readonly labels?: readonly string[];
  /** What it means, for people. */
  readonly doc?: string;
}

/**
 * A value in an example: a number, boolean or text; of a tensor, its elements in nested lists; of bytes or an image,
 * `{ base64: "…" }`. A 64-bit integer that JSON's numbers can't hold is a text of its digits.
 */
export type ExampleValue = string | number | boolean | ExampleList | { readonly base64: string };

/** A tensor's elements in an example, nested as its shape is. */
export type ExampleList = readonly (string | number | boolean | ExampleList)[];

/** One instance, and what comes of it. */
export interface Example {
  /** What it shows, for people. */
  readonly doc?: string;
  /** By name. */
  readonly inputs: Readonly<Record<string, ExampleValue>>;
  /** By name; left out, they are not known. */
  readonly outputs?: Readonly<Record<string, ExampleValue>>;
}

/** One method. */
export interface MethodSignature {
  /** What it does, for people. */
  readonly doc?: string;
  /** All of its inputs by name; left out, they are not known. */
  readonly inputs?: Readonly<Record<string, ValueSignature>>;
  /** All of its outputs by name; left out, they are not known. */
  readonly outputs?: Readonly<Record<string, ValueSignature>>;
  /** Instances to try it with. */
  readonly examples?: readonly Example[];
}

/** A servable and its methods: what `signature.schema.json` of this package describes. */
export interface Signature {
  /** Where an editor finds the schema; has no effect. */
  readonly $schema?: string;
  /** Version of this format. */
  readonly signature: 1;
  /** Name of the servable. */
  readonly servable: string;
  /** What it is, for people. */
  readonly doc?: string;
  /** Its methods by name. */
  readonly methods: Readonly<Record<string, MethodSignature>>;
}
